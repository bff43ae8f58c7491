import { expect, test } from "vitest";
import { isNamedCurrency, senseOf, statedCurrency, wordsOf, type NameSense } from "./columnName.ts";

test.each([
  ["lineItem/UnblendedCost", "line item unblended cost"],
  ["PayGPrice", "pay g price"],
  ["SKUCode", "sku code"],
  ["client_id", "client id"],
  ["Cost (EUR)", "cost eur"],
  ["Größe ЦЕНА 価格", "größe цена 価格"],
  ["", ""],
])("words of %j", (name, words) => {
  expect(wordsOf(name).join(" ")).toBe(words);
});

test.each<[string, NameSense]>([
  ["Client ID", "id"],
  ["lineItem/UsageAccountId", "id"],
  ["pricing/RateId", "id"],
  ["Invoice No.", "id"],
  ["Cost center", "id"],
  ["Tax code", "id"],
  ["Billing month", "id"],
  ["Cost", "amount"],
  ["lineItem/BlendedCost", "amount"],
  ["costInBillingCurrency", "amount"],
  ["pricing/publicOnDemandCost", "amount"],
  ["AmortizedUpfrontFeeForUsage", "amount"],
  ["TotalCommitmentToDate", "amount"],
  ["Cost of traffic", "amount"],
  ["Account balance", "amount"],
  ["Taxes", "amount"],
  ["Net", "amount"],
  ["Total price", "amount"],
  ["Price", "rate"],
  ["Unit price, net", "rate"],
  ["EffectivePrice", "rate"],
  ["lineItem/UnblendedRate", "rate"],
  ["Cost per hour", "rate"],
  ["Discount %", "rate"],
  ["lineItem/UsageAmount", "quantity"],
  ["TotalReservedUnits", "quantity"],
  ["NumberOfReservations", "quantity"],
  ["Amount of traffic", "quantity"],
  ["Clients", "quantity"],
  ["Description", undefined],
  ["", undefined],
])("%j is named like %s", (name, sense) => {
  expect(senseOf(name)).toBe(sense);
});

test.each([
  ["Cost (EUR)", "EUR"],
  ["Cost [ usd ]", undefined],
  ["Amount EUR", "EUR"],
  ["EUR amount", "EUR"],
  ["Cost in €", "EUR"],
  ["Cost US$", "USD"],
  ["Cost $", undefined],
  ["CDN cost", undefined],
  ["VAT", undefined],
  ["COST ALL", undefined],
  ["Cost (ALL)", "ALL"],
  ["Eur", undefined],
  ["Cost", undefined],
])("%j states the currency %s", (name, code) => {
  expect(statedCurrency(name)).toBe(code);
});

test("columns of currencies are named so", () => {
  const names = ["Currency", "lineItem/CurrencyCode", "BillingCurrency", "CCY", "Country", "EUR"];
  expect(names.filter(isNamedCurrency)).toEqual(names.slice(0, 4));
});
