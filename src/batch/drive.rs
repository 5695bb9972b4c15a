//! [`drive`]: one reader, many workers, one writer that sees the results in the order of the reader.
//!
//! What is in flight (read and not yet written) is bounded by a `Budget` of bytes and of pieces, so memory does not
//! depend on the length of the input, nor on one slow document. A worker keeps the memory that its largest piece took, to
//! use it again; so large pieces all go to one worker more, and the others stay small.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::{Condvar, Mutex, PoisonError};

use crossbeam_channel::{Receiver, Sender, bounded};

/// The limits of a run.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Worker threads; with 1, everything runs on the calling thread.
    pub jobs: usize,
    /// Bytes of pieces in flight. A piece that is larger by itself goes through alone.
    pub bytes: usize,
}

/// A piece of more than this part of the bytes in flight is large.
const LARGE: usize = 16;

impl Limits {
    /// Limits for `jobs` workers, `0` for one a core.
    #[must_use]
    pub fn new(jobs: usize) -> Self {
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        Self { jobs: if jobs == 0 { cores() } else { jobs }, bytes: 8 << 20 }
    }
}

/// Sends `pieces` through `work` on many threads and hands the results to `sink`, on this thread and in order, until
/// the pieces end or `sink` breaks. `weigh` is a piece's size in bytes.
pub fn drive<P: Send, T: Send>(
    pieces: impl Iterator<Item = P> + Send,
    limits: Limits,
    weigh: impl Fn(&P) -> usize + Send,
    work: impl Fn(P) -> T + Sync,
    mut sink: impl FnMut(T) -> ControlFlow<()>,
) {
    if limits.jobs <= 1 {
        let _ = pieces.map(work).try_for_each(sink);
        return;
    }
    let budget = Budget::new(limits);
    let (to_workers, work_queue) = bounded::<(u64, usize, P)>(limits.jobs * 64);
    let (to_large, large_queue) = bounded::<(u64, usize, P)>(LARGE);
    let (to_sink, results) = bounded::<(u64, usize, T)>(limits.jobs * 64);
    std::thread::scope(|scope| {
        scope.spawn(|| read(pieces, &budget, weigh, to_workers, to_large));
        for queue in std::iter::repeat_n(&work_queue, limits.jobs).chain([&large_queue]) {
            let (queue, to_sink, work) = (queue.clone(), to_sink.clone(), &work);
            scope.spawn(move || labour(&queue, &to_sink, work));
        }
        drop((work_queue, large_queue, to_sink));
        in_order(&results, &budget, &mut sink);
        // The reader may be waiting for room, the workers for a place in the queue of results.
        budget.close();
        for _ in results {}
    });
}

fn read<P>(
    pieces: impl Iterator<Item = P>,
    budget: &Budget,
    weigh: impl Fn(&P) -> usize,
    to_workers: Sender<(u64, usize, P)>,
    to_large: Sender<(u64, usize, P)>,
) {
    for (number, piece) in (0..).zip(pieces) {
        let weight = weigh(&piece);
        let queue = if weight > budget.limits.bytes / LARGE { &to_large } else { &to_workers };
        if !budget.take(weight) || queue.send((number, weight, piece)).is_err() {
            break;
        }
    }
}

fn labour<P, T>(queue: &Receiver<(u64, usize, P)>, to_sink: &Sender<(u64, usize, T)>, work: &impl Fn(P) -> T) {
    for (number, weight, piece) in queue {
        if to_sink.send((number, weight, work(piece))).is_err() {
            break;
        }
    }
}

fn in_order<T>(results: &Receiver<(u64, usize, T)>, budget: &Budget, sink: &mut impl FnMut(T) -> ControlFlow<()>) {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for (number, weight, result) in results {
        waiting.insert(number, (weight, result));
        while let Some((weight, result)) = waiting.remove(&next) {
            next += 1;
            if sink(result).is_break() {
                return;
            }
            budget.give(weight);
        }
    }
}

/// How much may be in flight.
struct Budget {
    limits: Limits,
    state: Mutex<InFlight>,
    room: Condvar,
}

#[derive(Default)]
struct InFlight {
    bytes: usize,
    pieces: usize,
    closed: bool,
}

impl Budget {
    fn new(limits: Limits) -> Self {
        Self { limits, state: Mutex::default(), room: Condvar::new() }
    }

    /// Waits until there is room for `weight` bytes; `false` where the run is over.
    fn take(&self, weight: usize) -> bool {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |state: &mut InFlight| {
            let crowded = state.bytes + weight > self.limits.bytes || state.pieces >= self.limits.jobs * 256;
            !state.closed && state.pieces > 0 && crowded
        };
        let mut state = self.room.wait_while(state, full).unwrap_or_else(PoisonError::into_inner);
        state.bytes += weight;
        state.pieces += 1;
        !state.closed
    }

    fn give(&self, weight: usize) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.bytes -= weight;
        state.pieces -= 1;
        self.room.notify_one();
    }

    fn close(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
        self.room.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn order_is_kept_whatever_the_workers_do() {
        for jobs in [1, 2, 7] {
            let mut seen = Vec::new();
            let slow = |n: u64| {
                if n.is_multiple_of(5) {
                    std::thread::sleep(std::time::Duration::from_micros(300));
                }
                n * 2
            };
            drive(
                0..500,
                Limits { jobs, bytes: 64 },
                |n| if n % 3 == 0 { 7 } else { 2 },
                slow,
                |n| {
                    seen.push(n);
                    ControlFlow::Continue(())
                },
            );
            assert_eq!(seen, (0..500).map(|n| n * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_break_ends_an_endless_input() {
        for jobs in [1, 3] {
            let mut seen = 0;
            drive(
                0..,
                Limits { jobs, bytes: 64 },
                |_| 7,
                |n: u64| n,
                |_| {
                    seen += 1;
                    if seen == 100 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                },
            );
            assert_eq!(seen, 100);
        }
    }

    #[test]
    fn bytes_in_flight_stay_within_the_budget() {
        let (inside, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let pieces = (0..300usize).inspect(|_| {
            most.fetch_max(inside.fetch_add(10, Ordering::SeqCst) + 10, Ordering::SeqCst);
        });
        drive(
            pieces,
            Limits { jobs: 3, bytes: 50 },
            |_| 10,
            |n| n,
            |_| {
                inside.fetch_sub(10, Ordering::SeqCst);
                ControlFlow::Continue(())
            },
        );
        // One more is in the reader's hands, and one is given back only after the sink has it.
        assert!(most.load(Ordering::SeqCst) <= 70, "{most:?}");
    }
}
