//! Sentences: extents of tokens.
