"""A client of insider-ledger: one file, Python 3.8 or later, nothing to install.

    from insider_ledger import InsiderLedger

    ledger = InsiderLedger("http://localhost:4000")
    data = ledger.ask('{ issuer(by: { ticker: "AMOT" }) { name } }')

    query = '''query ($after: String) {
      transactions(first: 100, after: $after, filter: { codes: [P] }) {
        nodes { position value } pageInfo { hasNextPage endCursor } } }'''
    for trade in ledger.pages(query, "transactions"):
        print(trade["value"])

    feed = "subscription ($after: Position) { transactionReported(after: $after) { position } }"
    for trade in ledger.follow(feed, "transactionReported"):
        print(trade["position"])

Decimals and positions are text, as the API gives them: decimal.Decimal(text) keeps them exact.
"""

import http.client
import json
import time
import urllib.error
import urllib.request
from typing import Any, Dict, Iterator, List, Optional

__all__ = ["InsiderLedger", "LedgerError"]

# Of errors with these codes the same question may be answered later.
_PASSING = {"UNAVAILABLE", "RATE_LIMITED"}


class LedgerError(Exception):
    """What the API refused; `errors` are those of the answer, `codes` their codes."""

    def __init__(self, errors: List[Dict[str, Any]]) -> None:
        super().__init__("; ".join(error.get("message", "no message") for error in errors))
        self.errors = errors
        self.codes = [error.get("extensions", {}).get("code") for error in errors]


class InsiderLedger:
    """Asks a server at an address, with an API key where it wants one."""

    def __init__(self, url: str, key: Optional[str] = None, timeout: float = 30.0) -> None:
        self._url = url.rstrip("/") + "/graphql"
        self._timeout = timeout
        self._headers = {"content-type": "application/json"}
        if key is not None:
            self._headers["authorization"] = "Bearer " + key

    def ask(self, query: str, variables: Optional[Dict[str, Any]] = None) -> Dict[str, Any]:
        """The data of a query or mutation. Raises LedgerError where there is any error."""
        with self._send(query, variables, "application/json") as response:
            answer = json.load(response)
        if answer.get("errors"):
            raise LedgerError(answer["errors"])
        return answer["data"]

    def pages(
        self, query: str, *path: str, variables: Optional[Dict[str, Any]] = None
    ) -> Iterator[Dict[str, Any]]:
        """Every node of a list, page by page.

        The query takes $after and asks for `pageInfo { hasNextPage endCursor }`; the path leads to
        the list: pages(query, "issuer", "holdings"). Say one knownAt for all pages: a list of which
        it is left out may grow between two of them.
        """
        after = None
        while True:
            found: Any = self.ask(query, {**(variables or {}), "after": after})
            for name in path:
                found = found[name]
                if found is None:
                    return
            yield from found["nodes"]
            if not found["pageInfo"]["hasNextPage"]:
                return
            after = found["pageInfo"]["endCursor"]

    def follow(
        self,
        subscription: str,
        field: str,
        after: Optional[str] = None,
        variables: Optional[Dict[str, Any]] = None,
    ) -> Iterator[Dict[str, Any]]:
        """Events as they come, each once and in order, for ever.

        The subscription takes $after and asks for `position`. Where the connection breaks or the
        server is away, it is asked again after the last position; keep that yourself, and give it
        as `after`, to go on after this program has ended.
        """
        failures = 0
        while True:
            try:
                for answer in self._events(subscription, {**(variables or {}), "after": after}):
                    errors = answer.get("errors")
                    if errors:
                        raise LedgerError(errors)
                    event = answer["data"][field]
                    yield event
                    after = event["position"]
                    failures = 0
            except LedgerError as error:
                if not _PASSING.issuperset(error.codes):
                    raise
            except (OSError, ValueError, http.client.HTTPException):
                # The connection broke, or an event within it.
                pass
            failures += 1
            time.sleep(min(0.25 * 2**failures, 5.0))

    def _events(self, query: str, variables: Dict[str, Any]) -> Iterator[Dict[str, Any]]:
        """The answers of server-sent events, until the server completes them or they break."""
        with self._send(query, variables, "text/event-stream") as response:
            data: List[str] = []
            for raw in response:
                line = raw.decode("utf-8").rstrip("\r\n")
                if line.startswith("data:"):
                    data.append(line[5:].lstrip())
                elif line == "" and data:
                    text = "\n".join(data)
                    data = []
                    if text:
                        yield json.loads(text)

    def _send(self, query: str, variables: Optional[Dict[str, Any]], accept: str) -> Any:
        body = json.dumps({"query": query, "variables": variables or {}}).encode("utf-8")
        headers = {**self._headers, "accept": accept}
        request = urllib.request.Request(self._url, body, headers)
        try:
            return urllib.request.urlopen(request, timeout=self._timeout)
        except urllib.error.HTTPError as error:
            raise _refused(error) from None


def _refused(error: urllib.error.HTTPError) -> Exception:
    """The errors of a refusal, where its body has them in the shape of GraphQL's."""
    try:
        errors = json.load(error)["errors"]
    except (KeyError, TypeError, ValueError):
        return error
    return LedgerError(errors)
