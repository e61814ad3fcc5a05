/** What GraphiQL opens with: one question, at two pairs of the two times. */
export const DEFAULT_QUERY = `# What did Robert P. Maida hold of AMOT, directly and through his ESOP trust?
# Every holding is asked for at two times:
#   asOf     what was true on that date             (left out: today in New York)
#   knownAt  what the public could know by then     (left out: now)

query WhatDidTheyHold {
  issuer(by: { ticker: "AMOT" }) {
    name
    atTheEndOf2016: holdings(asOf: "2016-12-31") {
      nodes { ...holding }
    }
    # The same date, as the public saw it before the Form 5 of February 2017: nothing.
    atTheEndOf2016AsKnownInJanuary2017: holdings(
      asOf: "2016-12-31"
      knownAt: "2017-01-31T00:00:00Z"
    ) {
      nodes { ...holding }
    }
    onMarch7th2023: holdings(asOf: "2023-03-07") {
      nodes { ...holding }
    }
    insiders(asOf: "2023-03-07") {
      nodes { person { name } officerTitle from }
    }
  }
}

fragment holding on Holding {
  person { name }
  security { title }
  ownership
  nature
  amount
  reconciliation
  difference
  effectiveOn
  knownAt
}
`;
