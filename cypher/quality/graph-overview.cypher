// What the graph holds
// How many entities of each label and claims of each predicate there are, and how many of these are denials, plans or
// possibilities.
// answers: what=name
// asks: [how-many|what|which|list] claim|statement|entity|node|predicate|label|relationship|relation and|kind|type|
//   sort|graph|database|exist|data|occur|represent|use|each|per|tally|count|breakdown|hold|present|available|number|
//   distribution|summary|much|split?
// asks: [what|which|list|how|how-many] overview|content|contain|hold|inside|size|statistics|statistic|big|large|
//   extent|volume|figure|inventory|store|cover|composition|look+like|comprise|consist|compose|make+up|structure|
//   summary|breakdown|grow|become|shape|scope|scale|summarise|count|tally|distribution|make+of|nature graph|database|
//   dataset|data+graph inventory|all|build|key|basic|together|become|grow|be|entity|
//   claim|statement|node|label|predicate|type|kind?
// asks: [what|which|list|how-many] store|contain|hold|kind|type|sort graph|database thing|kind|type|sort|data?
// asks: [what|which|list|how|how-many] overview|breakdown|distribution|tally|count|number|statistics|summary claim|
//   statement|entity|node|relation|predicate label|predicate|type|kind|sort|per|each|by|graph|denial|deny|denied|
//   negate|negated|planned|possible|plan|possibility|affirm?
// asks: [what|which|list|how|how-many] claim|statement|predicate denial|denied|negated|planned predicate|kind|type|
//   each|per|number|count|share|graph?
// asks: [what] graph|database|dataset in|inside|there|have|data|be|actual?
// asks: [how-many|what] graph|database|dataset|data State|Person|Organisation|Agreement|Exercise|Event|Place|Office
//   in|inside|there|have|hold|contain|know|actual?
CALL () {
  MATCH (entity:Entity)
  UNWIND [label IN labels(entity) WHERE NOT label IN ["Entity", "Actor"]] AS name
  RETURN "entity" AS kind, name, count(entity) AS count, sum(CASE WHEN entity.listed THEN 1 ELSE 0 END) AS listed,
         null AS negated, null AS planned, null AS possible
  UNION ALL
  // Each number from the index that knows it: of all claims, only those that are counted apart are read.
  CALL () {
    MATCH (claim:Claim)
    USING INDEX claim:Claim(predicate)
    WHERE claim.predicate IS NOT NULL
    RETURN claim.predicate AS name, count(*) AS count, 0 AS negated, 0 AS planned, 0 AS possible
    UNION ALL
    MATCH (claim:Claim {polarity: "negated"})
    USING INDEX claim:Claim(polarity)
    RETURN claim.predicate AS name, 0 AS count, count(*) AS negated, 0 AS planned, 0 AS possible
    UNION ALL
    MATCH (claim:Claim {modality: "planned"})
    USING INDEX claim:Claim(modality)
    RETURN claim.predicate AS name, 0 AS count, 0 AS negated, count(*) AS planned, 0 AS possible
    UNION ALL
    MATCH (claim:Claim {modality: "possible"})
    USING INDEX claim:Claim(modality)
    RETURN claim.predicate AS name, 0 AS count, 0 AS negated, 0 AS planned, count(*) AS possible
  }
  RETURN "claim" AS kind, name, sum(count) AS count, null AS listed, sum(negated) AS negated, sum(planned) AS planned,
         sum(possible) AS possible
}
RETURN kind, name, count, listed, negated, planned, possible
ORDER BY kind DESC, count DESC, name;
