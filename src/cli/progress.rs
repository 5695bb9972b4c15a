//! Progress on standard error: a bar on a terminal, a line every ten seconds elsewhere.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use boctin::batch::tally::Tally;
use indicatif::{HumanBytes, HumanCount, HumanDuration, ProgressBar, ProgressStyle};

/// How often a line is written where there is no terminal.
const EVERY: Duration = Duration::from_secs(10);

/// Shows how far a run is.
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    quiet: bool,
    read: Arc<AtomicU64>,
    /// Bytes of all inputs; 0 where not known.
    total: u64,
    begun: Instant,
    told: Instant,
}

impl Progress {
    /// Progress through inputs of `total` bytes, of which `read` counts those that are done.
    pub(crate) fn new(quiet: bool, read: Arc<AtomicU64>, total: u64) -> Self {
        let now = Instant::now();
        let bar = (!quiet && io::stderr().is_terminal()).then(|| bar(total));
        Self { bar, quiet, read, total, begun: now, told: now }
    }

    /// Called after each document.
    pub(crate) fn tell(&mut self, tally: &Tally) {
        let read = self.read.load(Ordering::Relaxed);
        if let Some(bar) = &self.bar {
            bar.set_position(read);
            if tally.documents.is_multiple_of(64) {
                bar.set_message(counts(tally));
            }
        } else if !self.quiet && self.told.elapsed() >= EVERY {
            self.told = Instant::now();
            let rate = self.rate(read);
            let left = match self.total.saturating_sub(read).checked_div(rate) {
                Some(seconds) if self.total > 0 => format!(", {} left", HumanDuration(Duration::from_secs(seconds))),
                _ => String::new(),
            };
            let of = if self.total > 0 { format!(" of {}", HumanBytes(self.total)) } else { String::new() };
            let (counts, read, rate) = (counts(tally), HumanBytes(read), HumanBytes(rate));
            let _ = writeln!(io::stderr(), "boctin: {counts}, {read}{of}, {rate}/s{left}");
        }
    }

    /// Writes above the bar.
    pub(crate) fn say(&self, line: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| drop(writeln!(io::stderr(), "{line}"))),
            None => drop(writeln!(io::stderr(), "{line}")),
        }
    }

    /// Ends the bar, and says how long it took and how fast it was.
    pub(crate) fn finish(&self) -> String {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        let read = self.read.load(Ordering::Relaxed);
        format!("{} in {:.1?}, {}/s", HumanBytes(read), self.begun.elapsed(), HumanBytes(self.rate(read)))
    }

    /// Bytes a second so far.
    fn rate(&self, read: u64) -> u64 {
        let milliseconds = u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
        read.saturating_mul(1000) / milliseconds
    }
}

fn bar(total: u64) -> ProgressBar {
    let (bar, template) = if total > 0 {
        (ProgressBar::new(total), "{bar:30} {bytes} of {total_bytes}  {bytes_per_sec}  {eta} left  {msg}")
    } else {
        (ProgressBar::new_spinner(), "{spinner} {bytes}  {bytes_per_sec}  {msg}")
    };
    bar.with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn counts(tally: &Tally) -> String {
    let failed = if tally.failed > 0 { format!(", {} failed", HumanCount(tally.failed)) } else { String::new() };
    format!("{} documents{failed}", HumanCount(tally.documents))
}
