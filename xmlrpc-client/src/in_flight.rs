//! `InFlight`: limits how many requests of a client are on their way at the same time.

use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The places of the requests that may be on their way. The clones of a client share them.
#[derive(Clone)]
pub(crate) struct InFlight(Arc<Semaphore>);

/// The place of one request, until it is dropped.
pub(crate) struct InFlightPlace {
    _permit: Option<OwnedSemaphorePermit>,
}

impl InFlight {
    pub(crate) fn new(places: usize) -> Self {
        Self(Arc::new(Semaphore::new(places.clamp(1, Semaphore::MAX_PERMITS))))
    }

    /// Waits for a place. The requests that wait get one in the order in which they came.
    pub(crate) async fn enter(&self) -> InFlightPlace {
        // The semaphore is never closed, so this never fails.
        InFlightPlace { _permit: Arc::clone(&self.0).acquire_owned().await.ok() }
    }
}
