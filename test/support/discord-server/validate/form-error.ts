import type { z } from "zod";

export interface RefusalBody {
  code: number;
  message: string;
  [more: string]: unknown;
}

/** What Discord answers where it refuses: a status, a JSON error code, and for a form the path of every problem. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly body: RefusalBody;
  readonly headers: Record<string, string>;

  constructor(status: number, body: RefusalBody, headers: Record<string, string> = {}) {
    super(`${body.code} ${body.message}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

interface FormErrors {
  _errors?: { code: string; message: string }[];
  [part: string]: FormErrors | { code: string; message: string }[] | undefined;
}

/** Error 50035, with the problems nested under their path as Discord nests them. */
export function invalidForm(issues: readonly z.core.$ZodIssue[]): Refusal {
  const errors: FormErrors = {};
  for (const issue of issues) {
    let at = errors;
    for (const part of issue.path) {
      const next = at[String(part)];
      if (next && !Array.isArray(next)) at = next;
      else {
        const inner: FormErrors = {};
        at[String(part)] = inner;
        at = inner;
      }
    }
    at._errors = [...(at._errors ?? []), { code: issue.code.toUpperCase(), message: issue.message }];
  }
  return new Refusal(400, { code: 50035, message: "Invalid Form Body", errors });
}

/** Parses or refuses. */
export function parseForm<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw invalidForm(parsed.error.issues);
  return parsed.data;
}
