//! Many documents: all cores, bounded memory, order kept.

pub mod drive;
pub mod work;
