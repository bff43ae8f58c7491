/*
 * The people and things in the sample month: companies in several scripts, Gcore's products with
 * features, regions, units and prices that fit each other. Invented, but shaped like the real thing:
 * ids with leading zeros, a region that is missing where a product has none, prices per unit in
 * millionths so that usage × price is exact.
 */

/**
 * @typedef {object} Client
 * @property {string} id
 * @property {string} name
 * @property {string} currency
 * @property {string} taxRate in percent, two decimals
 * @property {number} taxHundredths the same in hundredths of a percent
 * @property {string} slug for host and resource names
 */

/** @type {readonly (readonly [id: string, name: string, currency: string, tax: number, slug: string])[]} */
const COMPANIES = [
  ["00231", "Acme GmbH", "EUR", 1900, "acme"],
  ["10482", "Globex", "USD", 0, "globex"],
  ["00007", "株式会社ミライ", "USD", 0, "mirai"],
  ["20915", "Ünsal Bulut A.Ş.", "EUR", 0, "unsal"],
  ["00964", "شركة النور للاتصالات", "USD", 0, "alnoor"],
  ["18833", "Žitný & synové, s.r.o.", "EUR", 2100, "zitny"],
  ["00118", "Smørrebrød Streaming ApS", "EUR", 2500, "smorre"],
  ["31072", "Волна Медиа", "EUR", 0, "volna"],
  ["04410", "Café Órbita, S.L.", "EUR", 2100, "orbita"],
  ["27719", "München Games AG", "EUR", 1900, "mgames"],
  ["00542", "Initech", "USD", 0, "initech"],
  ["15530", "Łódź Data Sp. z o.o.", "EUR", 2300, "lodzdata"],
  ["00089", "한빛 게임즈", "USD", 0, "hanbit"],
  ["22087", "Θάλασσα Hosting", "EUR", 2400, "thalassa"],
  ["09166", "L'Atelier Vidéo SARL", "EUR", 2000, "atelier"],
  ["30004", 'Umbrella "Cloud" Ltd', "EUR", 0, "umbrella"],
  ["00301", "חשמל ענן בע״מ", "USD", 0, "hashmal"],
  ["12750", "Vandelay Imports", "USD", 0, "vandelay"],
  ["00676", "Nørdic Næt AS", "EUR", 0, "nordnaet"],
  ["26401", "Pão de Nuvem Lda.", "EUR", 2300, "nuvem"],
  ["00453", "Stark Sports Media", "EUR", 1700, "stark"],
  ["19928", "Aurora Tiedot Oy", "EUR", 2550, "aurora"],
  ["00012", "Hooli", "EUR", 2100, "hooli"],
  ["28350", "สยามคลาวด์", "USD", 0, "siam"],
];

const DIVISIONS = [
  "",
  "Retail",
  "Media",
  "Labs",
  "Asia",
  "Nord",
  "Games",
  "Shop",
  "Live",
  "Archive",
];

/**
 * @param {number} divisions how many parts each company is split into (1 to 10)
 * @returns {readonly Client[]}
 */
export function clientsOf(divisions) {
  return DIVISIONS.slice(0, divisions).flatMap((division, part) =>
    COMPANIES.map(([id, name, currency, tax, slug]) => ({
      id: part === 0 ? id : String(Number(id) + part * 31_337).padStart(5, "0"),
      name: part === 0 ? name : `${name} ${division}`,
      currency,
      taxRate: (tax / 100).toFixed(2),
      taxHundredths: tax,
      slug: part === 0 ? slug : `${slug}-${division.toLowerCase()}`,
    })),
  );
}

/**
 * @typedef {object} Feature
 * @property {string} name
 * @property {string} unit
 * @property {number} priceMillionths
 * @property {string} says the beginning of a description
 */

/**
 * @typedef {object} Product
 * @property {string} name
 * @property {number} weight share of a client's rows
 * @property {string} resource prefix of its resources' names
 * @property {readonly string[]} plans
 * @property {readonly (string | null)[]} regions
 * @property {readonly Feature[]} features
 */

/**
 * @param {string} name
 * @param {string} unit
 * @param {number} priceMillionths
 * @param {string} says
 * @returns {Feature}
 */
function feature(name, unit, priceMillionths, says) {
  return { name, unit, priceMillionths, says };
}

const CLOUD_REGIONS = [
  "Luxembourg-2",
  "Frankfurt",
  "Amsterdam",
  "Manassas",
  "Santa Clara",
  "Singapore",
  "Tokyo",
  "São Paulo",
  "İstanbul",
  "Mumbai",
];

/** @type {readonly Product[]} */
export const PRODUCTS = [
  {
    name: "CDN",
    weight: 30,
    resource: "cdn",
    plans: ["CDN Pro 2026", "CDN Enterprise", "CDN Start"],
    regions: [
      "Europe",
      "North America",
      "Latin America",
      "Asia",
      "Middle East",
      "Oceania",
      "Africa",
    ],
    features: [
      feature("Traffic", "GB", 11_400, "Edge traffic of"),
      feature("Requests", "10k requests", 7_500, "HTTPS requests to"),
      feature("Origin shielding", "hour", 42_000, "Shield in front of"),
      feature("Image optimisation", "1k images", 180_000, "Images made for"),
    ],
  },
  {
    name: "Cloud",
    weight: 34,
    resource: "vm",
    plans: ["Cloud pay-as-you-go", "Cloud reserved 12 m", "Cloud reserved 36 m"],
    regions: CLOUD_REGIONS,
    features: [
      feature("Basic VM g2-standard-4-8", "hour", 63_250, "Virtual machine"),
      feature("Bare Metal bm2-hf-medium", "hour", 912_000, "Bare metal server"),
      feature("Block storage SSD high-IOPS", "GB·hour", 231, "Volume attached to"),
      feature("Outgoing traffic", "GB", 9_000, "Traffic leaving"),
      feature("Floating IP", "hour", 4_110, "Public address of"),
      feature("Managed Kubernetes worker", "hour", 71_900, "Kubernetes worker"),
      feature("GPU L40S", "hour", 1_280_000, "GPU hours on"),
    ],
  },
  {
    name: "Object Storage",
    weight: 12,
    resource: "bucket",
    plans: ["S3 Standard", "S3 Archive"],
    regions: ["Luxembourg (s-ed1)", "Manassas (s-drc2)", "Singapore (s-sgc1)"],
    features: [
      feature("Stored data", "GB·month", 18_900, "Objects kept in"),
      feature("Requests class A", "1k requests", 4_600, "Writes to"),
      feature("Outgoing traffic", "GB", 10_000, "Reads from"),
    ],
  },
  {
    name: "Streaming",
    weight: 12,
    resource: "stream",
    plans: ["Video Platform M", "Video Platform L"],
    regions: ["Global", "Europe", "Asia"],
    features: [
      feature("Live transcoding", "minute", 21_500, "Live channel"),
      feature("VOD storage", "minute", 1_150, "Video library"),
      feature("Delivered minutes", "1k minutes", 640_000, "Viewers of"),
    ],
  },
  {
    name: "WAAP",
    weight: 7,
    resource: "site",
    plans: ["WAAP Enterprise", "WAAP Pro"],
    regions: [null],
    features: [
      feature("Protected domain", "domain·day", 3_225_806, "Protection of"),
      feature("Filtered requests", "1M requests", 510_000, "Requests checked for"),
    ],
  },
  {
    name: "Managed DNS",
    weight: 5,
    resource: "zone",
    plans: ["DNS Free", "DNS Pro"],
    regions: [null, "Global"],
    features: [
      feature("Zones", "zone·day", 16_129, "DNS zone"),
      feature("Queries", "1M queries", 350_000, "DNS answers for"),
    ],
  },
];
