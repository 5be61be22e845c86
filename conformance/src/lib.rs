//! Drivers for the corpus.
