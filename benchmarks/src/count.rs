//! The function in which callgrind counts.

/// Does `work`. It is never inlined, so that `--dump-before` and `--dump-after` find it by its name.
#[inline(never)]
pub fn counted(work: &mut dyn FnMut()) {
    work();
    std::hint::black_box(());
}
