//! What comes with the program, as `build.rs` compiled it: read where it lies in the program, so that starting costs
//! next to nothing.

use std::sync::OnceLock;

use crate::gazetteer::Gazetteer;
use crate::gazetteer::compiled::Compiled;
use crate::gazetteer::source::Source;
use crate::gazetteer::standard::FILES;
use crate::rules::name::weights::Weights;

static GAZETTEER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.bin"));
static WEIGHTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/weights.bin"));

impl Gazetteer {
    /// The dictionaries that come with the program.
    pub fn standard() -> &'static Self {
        static STANDARD: OnceLock<Gazetteer> = OnceLock::new();
        STANDARD.get_or_init(|| {
            let sources = FILES.iter().map(|&(file, text)| Source::ours(file, text)).collect();
            Self::new(Compiled::load(GAZETTEER), sources)
        })
    }
}

impl Weights {
    /// The weights that come with the program.
    pub fn standard() -> &'static Self {
        static STANDARD: OnceLock<Weights> = OnceLock::new();
        STANDARD.get_or_init(|| Self::load(WEIGHTS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::compile::Compiler;

    #[test]
    fn what_was_compiled_is_what_the_files_say() {
        assert!(Compiler::standard().finish().0.store() == GAZETTEER);
        let weights = Weights::parse(include_str!("../dictionaries/weights/names.tsv"));
        assert!(weights.store() == WEIGHTS && &weights == Weights::standard());
    }
}
