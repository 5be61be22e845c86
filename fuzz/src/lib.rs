//! What the fuzz targets share: the types they decode into, and the values they encode.

pub mod reading;
pub mod tree;
pub mod typed;
