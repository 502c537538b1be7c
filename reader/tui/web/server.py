"""A server for the browser of this machine.

It has no login, and whoever speaks to it can read the archive and write exports: so it listens on the loopback
alone unless told otherwise, and answers no page of another site (which a browser would let speak to a WebSocket).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

_TEMPLATES = Path(__file__).with_name("templates")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def serve(command: str, *, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve what a command shows, until it is interrupted.

    Raises:
        OSError: when nobody can listen there.
    """
    _ReaderServer(command, host=host, port=port, tell=tell).serve()


class _ReaderServer(Server):
    """textual-serve with our page, without its logo and its log, and deaf to other sites."""

    def __init__(self, command: str, *, host: str, port: int, tell: Callable[[str], None]) -> None:
        shown = f"[{host}]" if ":" in host else host
        super().__init__(
            command,
            host=host,
            port=port,
            title="reader",
            public_url=f"http://{shown}:{port}",
            templates_path=_TEMPLATES,
        )
        self._tell = tell

    def initialize_logging(self) -> None:
        """Write no log."""

    async def on_startup(self, app: web.Application) -> None:
        """Say where it is."""
        self._tell(f"The archive is at {self.public_url} until Ctrl+C.")

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._only_ours)
        return app

    @web.middleware
    async def _only_ours(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer nobody who came by another name, or from the page of another site."""
        own = urlsplit(self.public_url).netloc
        origin = request.headers.get("Origin")
        if request.host != own or (origin is not None and origin != self.public_url):
            raise web.HTTPForbidden(text=f"Only {self.public_url} is answered.")
        response = await handler(request)
        if not response.prepared:
            policy = f"default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src ws://{own}"
            response.headers["Content-Security-Policy"] = policy
            response.headers["X-Frame-Options"] = "DENY"
        return response
