//! `Router::client`: a client without a socket.
