//! The function that callgrind is told to count in.

/// Does `work`. Never inlined, so that callgrind finds it by its name: `--dump-before`, `--dump-after`.
#[inline(never)]
pub fn counted(work: &mut dyn FnMut()) {
    work();
    std::hint::black_box(());
}
