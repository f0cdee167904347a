import { describe, expect, it, test } from "vitest";
import { PLACE_ID_MAX } from "../../../src/understanding/openings-filters.ts";
import { knownPlace, placeId, placeName, placesIn } from "../../../src/understanding/places/place-ids.ts";

describe("an address is found under everything it lies in", () => {
  it.each([
    ["Redmond, WA, US", ["redmond", "us-wa", "us"]],
    ["Columbia, MD", ["columbia", "us-md", "us"]],
    ["Berlin, DE", ["berlin", "eu", "de", "europe"]],
    ["Berlin, Germany", ["berlin", "eu", "de", "europe"]],
    ["London, UK", ["london", "gb", "europe"]],
    ["Toronto, CA", ["toronto", "ca"]],
    ["San Francisco, CA", ["san-francisco", "us", "us-ca"]],
    ["New York, NY", ["us-ny", "new-york", "us"]],
    ["Remote - US", ["us"]],
    ["Remote", []],
    ["São Paulo; Lisbon", ["sao-paulo", "lisbon", "eu", "europe"]],
    ["ZZ, QQ", []],
  ])("%s", (address, ids) => {
    expect(placesIn(address)).toEqual(ids);
  });
});

test.each([
  ["usa", "us"],
  ["Germany", "de"],
  ["maryland", "us-md"],
  ["nyc", "us-ny"],
  ["Türkiye", "tr"],
  ["bay area", "bay-area"],
  ["the moon", undefined],
])("%s is known as %s", (name, id) => {
  expect(knownPlace(name)).toBe(id);
});

test.each([
  ["us", "the US"],
  ["de", "Germany"],
  ["us-md", "Maryland"],
  ["jersey-city", "Jersey City"],
  ["europe", "Europe"],
])("%s is shown as %s", (id, name) => {
  expect(placeName(id)).toBe(name);
});

test("an id is plain letters, and never longer than a button has room for", () => {
  expect(placeId("  Villingen-Schwenningen am Neckar ")).toBe("villingen-schwenni");
  expect(placeId("Ærø & <script>")).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  expect(placeId("東京")).toBe("");
  expect(placeId("x".repeat(100))).toHaveLength(PLACE_ID_MAX);
});
