import type { PlaceRegion } from "./told.ts";

export interface Place {
  region: PlaceRegion;
  /** Where the place lies in one zone. */
  zone?: string;
}

/**
 * Names of places by region and time zone, lower case. Left out are names that are common words or names of people as well
 * (Nice, Reading, Cork, Charlotte, Georgia).
 */
const BY_ZONE: readonly (readonly [PlaceRegion, string | undefined, string])[] = [
  [
    "EU",
    "Europe/Berlin",
    "germany, deutschland, berlin, munich, munchen, muenchen, koln, koeln, hamburg, cologne, frankfurt, stuttgart, dusseldorf, leipzig, dresden, hannover, nuremberg, bremen",
  ],
  ["EU", "Europe/Vienna", "austria, vienna, graz, linz, salzburg"],
  ["EU", "Europe/Paris", "france, paris, lyon, marseille, toulouse, bordeaux, lille, nantes, grenoble"],
  ["EU", undefined, "eu, european union, europe"],
  ["EU", "Europe/Madrid", "spain, madrid, barcelona, valencia, seville, malaga, bilbao"],
  ["EU", "Europe/Lisbon", "portugal, lisbon, porto, braga"],
  ["EU", "Europe/Rome", "italy, rome, milan, turin, bologna, naples"],
  ["EU", "Europe/Amsterdam", "netherlands, holland, amsterdam, rotterdam, utrecht, eindhoven, the hague"],
  ["EU", "Europe/Brussels", "belgium, brussels, antwerp, ghent, leuven"],
  ["EU", "Europe/Luxembourg", "luxembourg"],
  ["EU", "Europe/Dublin", "ireland, dublin, galway, limerick"],
  ["EU", "Europe/Copenhagen", "denmark, copenhagen, aarhus"],
  ["EU", "Europe/Stockholm", "sweden, stockholm, gothenburg, malmo"],
  ["EU", "Europe/Helsinki", "finland, helsinki, espoo, tampere"],
  ["EU", "Europe/Warsaw", "poland, warsaw, krakow, wroclaw, gdansk, poznan, lodz"],
  ["EU", "Europe/Prague", "czechia, czech republic, prague, brno"],
  ["EU", "Europe/Bratislava", "slovakia, bratislava"],
  ["EU", "Europe/Budapest", "hungary, budapest"],
  ["EU", "Europe/Bucharest", "romania, bucharest, cluj, timisoara"],
  ["EU", "Europe/Sofia", "bulgaria, sofia bulgaria, plovdiv"],
  ["EU", "Europe/Athens", "greece, athens, thessaloniki"],
  ["EU", "Europe/Zagreb", "croatia, zagreb"],
  ["EU", "Europe/Ljubljana", "slovenia, ljubljana"],
  ["EU", "Europe/Vilnius", "lithuania, vilnius, kaunas"],
  ["EU", "Europe/Riga", "latvia, riga"],
  ["EU", "Europe/Tallinn", "estonia, tallinn, tartu"],
  ["EU", "Asia/Nicosia", "cyprus, nicosia, limassol"],
  ["EU", "Europe/Malta", "malta, valletta"],
  [
    "GB",
    "Europe/London",
    "uk, gb, united kingdom, great britain, britain, england, scotland, wales, northern ireland, london, manchester, edinburgh, glasgow, birmingham, bristol, leeds, cambridge, oxford, belfast, cardiff, sheffield, liverpool, nottingham, newcastle",
  ],
  ["US", undefined, "usa, united states, america, the states"],
  [
    "US",
    "America/New_York",
    "new york, nyc, boston, philadelphia, washington dc, atlanta, miami, pittsburgh, brooklyn, massachusetts, florida, new jersey, ohio, north carolina, detroit",
  ],
  [
    "US",
    "America/Chicago",
    "chicago, austin, dallas, houston, minneapolis, nashville, illinois, texas, minnesota, saint louis",
  ],
  ["US", "America/Denver", "denver, boulder, colorado, utah, salt lake city"],
  ["US", "America/Phoenix", "arizona"],
  [
    "US",
    "America/Los_Angeles",
    "san francisco, bay area, silicon valley, los angeles, seattle, san diego, portland, san jose, california, palo alto",
  ],
  ["CA", undefined, "canada"],
  ["CA", "America/Toronto", "toronto, montreal, ottawa, ontario, quebec, mississauga, waterloo ontario"],
  ["CA", "America/Vancouver", "vancouver, british columbia"],
  ["CA", "America/Edmonton", "calgary, edmonton, alberta"],
  ["CA", "America/Winnipeg", "winnipeg, manitoba"],
  ["CA", "America/Halifax", "halifax, nova scotia"],
];

export const PLACES: ReadonlyMap<string, Place> = new Map(
  BY_ZONE.flatMap(([region, zone, names]) =>
    names.split(", ").map((name) => [name, zone === undefined ? { region } : { region, zone }] as const),
  ),
);
