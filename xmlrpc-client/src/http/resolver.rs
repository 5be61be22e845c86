//! `Resolver`: looks up the addresses of a host, and puts one that answers first where time is short.
//!
//! The connector tries the addresses one after another, and gives each the same part of the connect timeout
//! of the client. A call whose own timeout is shorter than that part would never come to the second address.
//! For such a call the addresses are tried here beforehand.

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::{net::SocketAddr, time::Duration};
use tokio::{
    net::{TcpStream, lookup_host},
    task::JoinSet,
    time::sleep,
};

/// How much later each further address is tried (RFC 8305, section 5).
const STAGGER: Duration = Duration::from_millis(250);

tokio::task_local! {
    /// The port that a call connects to and the time that it has, if that is shorter than the connect
    /// timeout.
    pub(super) static IN_A_HURRY: (u16, Duration);
}

/// The resolver of the built-in HTTP transport.
pub(super) struct Resolver;

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let hurry = IN_A_HURRY.try_with(|hurry| *hurry).ok();
        Box::pin(async move {
            let mut addresses: Vec<_> = lookup_host((name.as_str(), 0)).await?.collect();
            if let Some((port, time)) = hurry
                && addresses.len() > 1
            {
                put_reachable_first(&mut addresses, port, time).await;
            }
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

/// Moves the address that accepts a connection first to the front. If none does within the time, the order
/// stays.
async fn put_reachable_first(addresses: &mut [SocketAddr], port: u16, time: Duration) {
    let mut attempts = JoinSet::new();
    for (index, mut address) in addresses.iter().copied().enumerate() {
        address.set_port(port);
        let later = STAGGER.saturating_mul(u32::try_from(index).unwrap_or(u32::MAX));
        attempts.spawn(async move {
            sleep(later).await;
            TcpStream::connect(address).await.ok().map(|_| index)
        });
    }
    let first = tokio::time::timeout(time, async {
        while let Some(attempt) = attempts.join_next().await {
            if let Ok(Some(index)) = attempt {
                return Some(index);
            }
        }
        None
    });
    if let Ok(Some(index)) = first.await {
        addresses[..=index].rotate_right(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{Ipv4Addr, TcpListener};

    #[tokio::test]
    async fn the_address_that_answers_comes_first() {
        let alive = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = alive.local_addr().unwrap().port();
        let loopback = |last| SocketAddr::from((Ipv4Addr::new(127, 0, 0, last), 0));
        // Nobody listens at the others.
        let mut addresses = [loopback(2), loopback(3), loopback(1), loopback(4)];
        put_reachable_first(&mut addresses, port, Duration::from_secs(3)).await;
        assert_eq!(addresses, [loopback(1), loopback(2), loopback(3), loopback(4)]);
        drop(alive);
        put_reachable_first(&mut addresses, port, Duration::from_secs(3)).await;
        assert_eq!(addresses, [loopback(1), loopback(2), loopback(3), loopback(4)]);
    }
}
