// Clients that are generated from the shop's document know which errors an operation
// has: by the code the type narrows to one of them, and no other is left.
import createClient from "openapi-fetch";
import type { paths } from "./30/openapi-typescript/service";
import type { paths as paths31 } from "./31/openapi-typescript/service";
import type { UpdateOrderErrors } from "./30/hey-api/service/types.gen";

function never(x: never): never {
  throw x;
}

export async function update(client: ReturnType<typeof createClient<paths>>): Promise<string> {
  const { data, error } = await client.PATCH("/orders/{orderId}", { params: { path: { orderId: "o-12" } }, body: { sku: "a", count: 1 } });
  if (data) return data.id;
  switch (error.code) {
    case "IN_USE": {
      const urgency: "soon" | "later" = error.urgency;
      return error.order + urgency;
    }
    case "OUTDATED": {
      const version: number = error.version;
      const status: 409 | 412 = error.status;
      return String(version + status);
    }
    case "REJECTED":
      for (const fault of error.faults) {
        switch (fault.fault) {
          case "ABSENT":
          case "TOO_LONG":
            return fault.at;
          default:
            return never(fault);
        }
      }
      return "";
    case "UNREADABLE":
    case "NO_TOKEN":
    case "NOT_ALLOWED":
    case "NO_ORDER":
    case "SHIPPED":
    case "BROKEN":
      return error.title;
    default:
      return never(error);
  }
}

export async function update31(client: ReturnType<typeof createClient<paths31>>): Promise<number> {
  const { error } = await client.PATCH("/orders/{orderId}", { params: { path: { orderId: "o-12" } }, body: { sku: "a", count: 1 } });
  return error?.code === "OUTDATED" ? error.version : 0;
}

export function conflict(e: UpdateOrderErrors[409]): string {
  switch (e.code) {
    case "IN_USE":
      return e.user;
    case "SHIPPED":
    case "OUTDATED":
      return e.title;
    default:
      return never(e);
  }
}

// @ts-expect-error: the operation does not have this error.
export const other: UpdateOrderErrors[409]["code"] = "SOLD_OUT";
