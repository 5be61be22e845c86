//! `ChallengeAnswers`: what an authenticator answered to the challenges of one call.

use crate::{Authenticator, Error};
use http::{HeaderValue, Request, StatusCode, header, request, response};

/// The answers to the challenges of one call: one to the server's, one to a proxy's.
#[derive(Default)]
pub(crate) struct ChallengeAnswers {
    server: ChallengeAnswer,
    proxy: ChallengeAnswer,
}

#[derive(Default)]
enum ChallengeAnswer {
    #[default]
    NotChallenged,
    /// For the next request. Further ones ask the authenticator again, because many answers may be used once
    /// only.
    Next(HeaderValue),
    Used,
}

impl ChallengeAnswer {
    fn take(&mut self) -> Option<HeaderValue> {
        match std::mem::replace(self, Self::Used) {
            Self::Next(header) => Some(header),
            before => {
                *self = before;
                None
            }
        }
    }
}

impl ChallengeAnswers {
    /// Adds the answers to a request, or else what the authenticator knows beforehand.
    pub(crate) fn authorize<B>(
        &mut self,
        authenticator: &dyn Authenticator,
        request: Request<B>,
    ) -> Result<Request<B>, Error> {
        let (mut parts, body) = request.into_parts();
        let server = match self.server.take() {
            Some(answer) => Some(answer),
            None => authenticator.authorize(&parts, None)?,
        };
        for (name, value) in
            [(header::AUTHORIZATION, server), (header::PROXY_AUTHORIZATION, self.proxy.take())]
        {
            if let Some(mut value) = value {
                value.set_sensitive(true);
                parts.headers.insert(name, value);
            }
        }
        Ok(Request::from_parts(parts, body))
    }

    /// Asks the authenticator about a response. Returns whether it is a challenge that has an answer now.
    pub(crate) fn answer(
        &mut self,
        authenticator: &dyn Authenticator,
        request: &request::Parts,
        response: &response::Parts,
    ) -> Result<bool, Error> {
        let answer = match response.status {
            StatusCode::UNAUTHORIZED => &mut self.server,
            StatusCode::PROXY_AUTHENTICATION_REQUIRED => &mut self.proxy,
            _ => return Ok(false),
        };
        // A second challenge refuses the first answer.
        if !matches!(answer, ChallengeAnswer::NotChallenged) {
            return Ok(false);
        }
        let header = authenticator.authorize(request, Some(response))?;
        Ok(header.is_some_and(|header| {
            *answer = ChallengeAnswer::Next(header);
            true
        }))
    }
}

/// The header that a scheme names its challenge in, for the status of a response.
#[cfg(feature = "digest")]
pub(crate) fn challenge_header(status: StatusCode) -> http::HeaderName {
    if status == StatusCode::PROXY_AUTHENTICATION_REQUIRED {
        header::PROXY_AUTHENTICATE
    } else {
        header::WWW_AUTHENTICATE
    }
}
