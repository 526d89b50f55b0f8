import type { FaqEntry } from "../faq-entry.ts";

export const products: readonly FaqEntry[] = [
  {
    id: "size-choose",
    category: "sizing",
    question: "How do I choose my size?",
    similar: [
      "what size am i",
      "size chart",
      "I'm 5'5 and 120 lb what size",
      "165 cm 55 kg which size should i get",
      "between M and L which one",
      "help me pick a size",
      "where is the sizing guide",
    ],
    answer:
      "Every product page has a size chart and the model's height. Lay a piece that fits you flat, measure chest and length and compare; between two sizes, take the larger. Tell me the product with your height and weight and I can also pass it to our stylists.",
  },
  {
    id: "size-fit",
    category: "sizing",
    question: "Do your clothes run large or small?",
    similar: [
      "does this run small",
      "true to size?",
      "is it oversized",
      "how is the fit",
      "is the cut loose or slim",
      "compared to uniqlo sizes",
      "does it come up big",
    ],
    answer:
      "Most styles are true to size, so take what you usually wear. “Relaxed” styles run large, take one size down for a closer fit; for “slim” styles we suggest one size up.",
  },
  {
    id: "size-plus",
    category: "sizing",
    question: "Do you have plus sizes?",
    similar: [
      "what's the biggest size",
      "do you go up to 3xl",
      "plus size women",
      "anything for a big guy",
      "xxl available?",
      "largest size you carry",
    ],
    answer:
      "Most clothing goes up to 3XL, suggested for up to 100 kg; the chest and waist figures on the product page decide. Tick “plus sizes” in the filter to see only those styles.",
  },
  {
    id: "size-kids",
    category: "sizing",
    question: "How do I choose kids' sizes?",
    similar: [
      "what size for a 5 year old",
      "my son is 110 cm",
      "children's size chart",
      "toddler sizes",
      "should I size up for kids",
      "smallest kids size",
    ],
    answer:
      "Kids' sizes go from 90 to 150, and the number is the height in centimetres. For a height of 108 take 110, or one more to have it fit longer. Socks and hats go by age; see the chart on the page.",
  },
  {
    id: "size-bedding",
    category: "sizing",
    question: "Which bedding size do I need?",
    similar: [
      "queen bed duvet size",
      "what size sheets for a 1.8 m bed",
      "will the fitted sheet fit a thick mattress",
      "pillowcase measurements",
      "duvet cover for 200x230 quilt",
      "king size bedding?",
    ],
    answer:
      "For a bed 1.5 m wide choose the 200×230 cm duvet cover, for 1.8 m the 220×240 cm one. Fitted sheets suit mattresses up to 25 cm thick, and pillowcases are 48×74 cm.",
  },
  {
    id: "material-what",
    category: "products",
    question: "What is it made of?",
    similar: [
      "is it 100% cotton",
      "what fabric is this",
      "material composition",
      "linen or cotton?",
      "is there polyester in it",
      "is the table solid wood",
      "whats the filling",
    ],
    answer:
      "The full composition is under “Details” on each product page and on the care label. Our clothing is mostly cotton, linen and wool, our furniture mostly solid oak and ash; where board is used, the page says so.",
  },
  {
    id: "material-safe",
    category: "products",
    question: "Are the materials safe? For babies too?",
    similar: [
      "formaldehyde?",
      "is it safe for my baby",
      "do you have test reports",
      "is it ok for sensitive skin",
      "are the plates lead free",
      "toxic chemicals in the furniture",
      "safe during pregnancy",
    ],
    answer:
      "Clothes worn on the skin and bedding meet class A (for infants) of the Chinese standard GB 18401, furniture boards are grade E0, and tableware has passed food contact tests. Reports can be downloaded from the product page. With sensitive skin, wash it once before use.",
  },
  {
    id: "care-wash",
    category: "products",
    question: "How do I wash it?",
    similar: [
      "machine washable?",
      "washing instructions",
      "can i use hot water",
      "what temperature for the sheets",
      "can I bleach it",
      "wash darks and whites together?",
      "care for linen shirt",
    ],
    answer:
      "Wash cotton and linen inside out on a gentle cycle up to 30 degrees, dark and light apart, without bleach. Bedding can be washed at 40 degrees. The care label on each item has the exact instructions.",
  },
  {
    id: "care-shrink",
    category: "products",
    question: "Will it shrink or lose colour?",
    similar: [
      "does it shrink in the wash",
      "shrunk after one wash",
      "will the colour fade",
      "dye came off",
      "how much will cotton shrink",
      "jeans staining my sofa",
    ],
    answer:
      "Cotton and linen shrink by up to 3% in the first wash, which is normal; avoid hot drying to keep it low. Dark colours give off a little dye in the first washes, so wash them alone. If it's clearly more than that, tell us within 15 days and we treat it as a quality problem.",
  },
  {
    id: "care-wool-down",
    category: "products",
    question: "How do I clean wool and down?",
    similar: [
      "wash a wool sweater",
      "down jacket cleaning",
      "can cashmere go in the machine",
      "dry clean the coat?",
      "how to look after a down duvet",
      "my jumper felted in the wash",
    ],
    answer:
      "Hand-wash wool and cashmere below 30 degrees with wool detergent and dry them flat; coats are best dry-cleaned. Down can be machine-washed gently: shake it up when dry, and keep it out of strong sun.",
  },
  {
    id: "care-pilling",
    category: "products",
    question: "My sweater is pilling",
    similar: [
      "little balls on the fabric",
      "bobbling after a few wears",
      "is pilling a defect",
      "how to remove fuzz",
      "pants pilling between the legs",
      "does the wool pill",
    ],
    answer:
      "Some pilling where wool rubs is normal; a fabric shaver takes it off, and washing inside out prevents it. If it pills all over after one or two wears, send us a photo within 15 days and we'll exchange or refund it as a quality problem.",
  },
  {
    id: "color-difference",
    category: "products",
    question: "The colour differs from the photo",
    similar: [
      "color isn't like the picture",
      "looks darker in real life",
      "are the photos accurate",
      "not the colour i saw online",
      "it looks yellowish compared with your website",
      "shade is different",
    ],
    answer:
      "Our photos show the real product, but screens and light change colours a little. If you don't like it, return it within 7 days of delivery; if it's clearly another colour than you chose, send a photo and we handle it as a wrong item, free of charge.",
  },
  {
    id: "smell-new",
    category: "products",
    question: "It smells, is that normal?",
    similar: [
      "strong smell from new clothes",
      "furniture smells of chemicals",
      "weird odor",
      "the blanket stinks",
      "how long until the smell goes away",
      "rug smells funny",
    ],
    answer:
      "New fabric and wood oil have a slight smell that goes after 2-3 days of airing or one wash. If it's sharp or still there after a week, contact us: within 15 days we take it back as a quality problem and pay the shipping.",
  },
  {
    id: "quality-defect",
    category: "quality",
    question: "The product is faulty, what can I do?",
    similar: [
      "it broke after two days",
      "poor quality",
      "there's a hole in it",
      "zipper is broken",
      "seam came apart",
      "defective item",
      "a button fell off",
      "crack in the cup",
    ],
    answer:
      "We're sorry for the trouble. Within 15 days of delivery we exchange or refund quality problems and pay shipping both ways: choose “Return or refund” > “Quality problem” and upload a few photos, and we review it within 24 hours. Or reply “after-sales” and I'll file it for you.",
  },
  {
    id: "damage-on-arrival",
    category: "quality",
    question: "It arrived damaged",
    similar: [
      "came broken",
      "plate was smashed when i opened it",
      "box crushed and item damaged",
      "damaged in transit",
      "lampshade cracked on arrival",
      "the package was torn and the thing inside is dented",
    ],
    answer:
      "Within 48 hours of delivery, please take photos of the box, the label and the damage, and file them under “Return or refund” > “Damaged on arrival”. Once checked we re-send or refund within 24 hours. You mostly don't need to send it back, but please keep it for now.",
  },
  {
    id: "warranty",
    category: "quality",
    question: "How long is the warranty?",
    similar: [
      "is there a guarantee",
      "warranty on the lamp",
      "furniture guarantee period",
      "sofa sagging, covered by warranty?",
      "do I need a warranty card",
      "repair after the warranty",
      "how to make a warranty claim",
    ],
    answer:
      "Furniture and lamps have a warranty of 1 year from delivery: faults you didn't cause are repaired or parts replaced free, the order number is enough. Clothing and other home goods have the 15 days for quality problems. After the warranty we repair for a fee.",
  },
  {
    id: "furniture-assembly",
    category: "quality",
    question: "Does furniture come assembled?",
    similar: [
      "do i have to build it myself",
      "is assembly included",
      "assembly service price",
      "lost the manual",
      "is there an assembly video",
      "can one person put the bed together",
    ],
    answer:
      "Small furniture comes with tools and a manual, takes about 30 minutes, and there's a video on the product page. For beds, sofas and wardrobes, assembly is included in more than 200 Chinese cities; the fitter calls within 48 hours of delivery to make an appointment.",
  },
  {
    id: "spare-parts",
    category: "quality",
    question: "Can I buy spare parts?",
    similar: [
      "lost a screw, can you send another",
      "replacement lampshade",
      "just the sofa cover",
      "spare buttons",
      "where to get a new drawer handle",
      "buy parts separately",
    ],
    answer:
      "Yes, sofa covers, lampshades, handles, screw sets and other common parts are sold separately. Reply “human” with your order number and the part you need and we'll quote within 1 working day. Within the warranty, parts that failed through no fault of yours are free.",
  },
  {
    id: "authentic",
    category: "quality",
    question: "Are your products genuine?",
    similar: [
      "is this fake",
      "how do i check it's authentic",
      "is this the official store",
      "saw it cheaper on another site, is that real",
      "counterfeit?",
      "verify authenticity",
    ],
    answer:
      "Wood & Cotton products are designed by us and sold only on our website, in our app and in our own stores. Scan the QR code on the tag to verify yours. We can't vouch for items bought anywhere else.",
  },
];
