"""Checks receipts of an insider-ledger offline: python3 verify_receipt.py [--key KEY]... FILE...

KEY is a public key that you trust, as `/checkpoint/keys` lists it. Without one the keys that the
receipt itself names are taken, which proves no more than that all of it is by the same hand.
Status: 0 all are accepted, 1 some are refused.
"""
import argparse, base64, hashlib, json, sys

FORMAT = "insider-ledger/receipt/1"
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
sha256 = lambda *parts: hashlib.sha256(b"".join(parts)).digest()


# Ed25519 as RFC 8032, section 6, has it: points are (X, Y, Z, T); x = X/Z, y = Y/Z, xy = T/Z.
def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(scalar, point):
    total = (0, 1, 1, 0)
    while scalar > 0:
        if scalar & 1:
            total = add(total, point)
        point, scalar = add(point, point), scalar >> 1
    return total


def point_of(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P != 0 or (x == 0 and sign):
        raise ValueError("a key or signature is no point of the curve")
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_signed(key, message, signature):
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    h = int.from_bytes(hashlib.sha512(r + key + message).digest(), "little") % L
    left, right = multiply(s, BASE), add(point_of(r), multiply(h, point_of(key)))
    same = [(left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1)]
    return len(signature) == 64 and s < L and all(same)


def need(condition, why):
    if not condition:
        raise ValueError(why)


def read_key(text):
    name, key_id, data = text.strip().split("+", 2)
    data = base64.b64decode(data, validate=True)
    need(len(data) == 33 and data[0] == 1, "a key is not Ed25519")
    need(sha256(name.encode(), b"\n", data)[:4].hex() == key_id, "a key has another id")
    return key_id, data[1:]


def read_checkpoint(note, keys):
    """The size and root that a note (C2SP tlog-checkpoint) states, by a trusted key."""
    body, _, lines = note.partition("\n\n")
    for line in lines.splitlines():
        _, name, data = line.split(" ")
        data = base64.b64decode(data, validate=True)
        key = keys.get(data[:4].hex())
        if key is not None and is_signed(key, (body + "\n").encode(), data[4:]):
            origin, size, root = body.split("\n")[:3]
            need(origin == name, "the checkpoint is signed in another's name")
            return int(size), base64.b64decode(root, validate=True), key
    raise ValueError("the checkpoint is not signed by a trusted key")


def root_of(leaf, index, size, path):
    """The root that a leaf and its path lead to (RFC 6962, section 2.1.1)."""
    need((size > 1) == (len(path) > 0), "a path is too long or too short")
    if size == 1:
        return leaf
    split = 1 << (size - 1).bit_length() - 1
    if index < split:
        return sha256(b"\1", root_of(leaf, index, split, path[:-1]), path[-1])
    return sha256(b"\1", path[-1], root_of(leaf, index - split, size - split, path[:-1]))


def check_holding(holding, events, person):
    """That a balance stands in the line it names, unless the ledger worked it out."""
    line = events[holding["position"]]
    cells = line["payload"]
    filing = [e for e in events.values() if e["filing"] == line["filing"]]
    said = json.dumps([e["payload"] for e in filing if "REPORTED" not in e["type"]])
    need(person["cik"] is None or person["cik"] in said, "a holding is another person's")
    need(cells["securityTitle"] == holding["securityTitle"], "a security has another title")
    if not holding["derived"]:
        amounts = [cells[name] for name in ("sharesAfter", "valueAfter", "underlyingShares")]
        need(holding["amount"] in amounts, "the amount of a holding is not in its line")
        need(holding["ownership"] == cells["ownership"], "a holding is held in another way")


def check(receipt, trusted):
    need(receipt["format"] == FORMAT, "this is no receipt of a form that is known here")
    keys = dict(map(read_key, trusted or receipt["keys"]))
    size, root, key = read_checkpoint(receipt["checkpoint"], keys)
    signed = f"{FORMAT}\n{receipt['statement']}".encode()
    need(is_signed(key, signed, bytes.fromhex(receipt["signature"])), "the answer is not signed")
    statement, events, listed = json.loads(receipt["statement"]), {}, []
    for event in receipt["events"]:
        previous, canonical = event["previousHash"] or "", event["canonical"].encode()
        own = sha256(bytes.fromhex(previous), canonical)
        index = int(event["position"]) - 1
        need(0 <= index < size, "an event is beyond the checkpoint")
        path = [bytes.fromhex(step) for step in event["path"]]
        found = root_of(sha256(b"\0", own), index, size, path)
        need(found == root, f"event {event['position']} is not in the checkpoint's ledger")
        events[event["position"]] = json.loads(canonical)
        listed.append([event["position"], own.hex()])
    need(statement["events"] == listed, "the events are not those that the answer rests on")
    need(statement["checkpoint"] == {"position": str(size), "rootHash": root.hex()},
         "the answer rests on another checkpoint")
    for holding in statement["holdings"]:
        check_holding(holding, events, statement["question"]["person"])
    return len(statement["holdings"]), len(listed)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--key", action="append")
    parser.add_argument("files", nargs="+")
    options, status = parser.parse_args(), 0
    for name in options.files:
        try:
            with open(name, encoding="utf-8") as file:
                counts = check(json.load(file), options.key)
            print(f"{name}: accepted, %d holdings by %d events" % counts)
        except Exception as error:
            print(f"{name}: refused, {error}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
