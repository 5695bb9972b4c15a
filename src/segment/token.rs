//! Tokens: syllables, numbers, codes, punctuation.
