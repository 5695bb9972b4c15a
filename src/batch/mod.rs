//! Many documents: all cores, bounded memory, order kept, and for dumps ([`run`]) an output folder that any stop leaves
//! fit to be gone on with.

mod appended;
pub mod drive;
pub mod manifest;
pub mod run;
mod shard;
pub mod tally;
pub mod work;
