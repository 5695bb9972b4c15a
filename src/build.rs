//! Compiles the dictionaries when the program is built, with the library's own modules, so that there is one parser; what
//! it writes is read by `standard.rs`.

// These modules are checked where they are the library's; here only a part of them is used.
#![allow(dead_code, unused_imports, unused_macros, unreachable_pub, missing_docs, clippy::all, clippy::pedantic)]

use std::path::PathBuf;
use std::{env, fs, io};

mod calendar;

mod gazetteer {
    pub mod annotated;
    pub mod code;
    pub mod compile;
    pub mod compiled;
    pub mod entry;
    pub mod fields;
    pub mod fold;
    pub mod kind;
    pub mod lexicon;
    pub mod pattern;
    pub mod reader;
    pub mod sheet;
    pub mod source;
    pub mod standard;
    pub mod surface;
    pub mod table;
    pub mod trie;
}

mod model {
    pub mod cue;
    pub mod error;
    pub mod mention;
    pub mod span;
    pub mod token;
}

mod normalize {
    pub mod fold;
    pub mod letter;
    pub mod syllable;
}

mod rules {
    pub mod name {
        pub mod feature;
        pub mod weights;
    }
}

mod segment {
    pub mod code;
    pub mod letter;
    pub mod token;
}

fn main() -> io::Result<()> {
    // The sources of this program are watched by cargo itself.
    println!("cargo::rerun-if-changed=dictionaries");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let (compiled, _) = gazetteer::compile::Compiler::standard().finish();
    fs::write(out.join("gazetteer.bin"), compiled.store())?;
    let weights = rules::name::weights::Weights::parse(include_str!("../dictionaries/weights/names.tsv"));
    fs::write(out.join("weights.bin"), weights.store())
}
