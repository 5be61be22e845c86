//! What Ctrl-C does.

use signal_hook::{consts::SIGINT, flag};
use std::sync::{Arc, LazyLock, atomic::AtomicBool, atomic::Ordering};

/// Whether an interrupt ends the program.
static ENDS_THE_PROGRAM: LazyLock<Arc<AtomicBool>> = LazyLock::new(|| Arc::new(AtomicBool::new(true)));

/// Ends the program with exit code 130 when the user interrupts it.
pub fn exit_on_interrupt() {
    // It fails only for signals that cannot be caught.
    let _ = flag::register_conditional_shutdown(SIGINT, 130, Arc::clone(&ENDS_THE_PROGRAM));
}

/// Sets whether an interrupt ends the program. A verb that handles interrupts itself turns it off.
pub fn set_exit_on_interrupt(yes: bool) {
    ENDS_THE_PROGRAM.store(yes, Ordering::Relaxed);
}
