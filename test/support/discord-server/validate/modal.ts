import { z } from "zod";
import { stringSelect, textDisplay } from "./components.ts";

const textInput = z.strictObject({
  type: z.literal(4),
  id: z.int().optional(),
  custom_id: z.string().min(1).max(100),
  style: z.union([z.literal(1), z.literal(2)]),
  min_length: z.int().min(0).max(4000).optional(),
  max_length: z.int().min(1).max(4000).optional(),
  required: z.boolean().optional(),
  value: z.string().max(4000).optional(),
  placeholder: z.string().max(100).optional(),
});
const label = z.strictObject({
  type: z.literal(18),
  id: z.int().optional(),
  label: z.string().min(1).max(45),
  description: z.string().max(100).optional(),
  component: z.union([textInput, stringSelect]),
});

export const modalForm = z.strictObject({
  custom_id: z.string().min(1).max(100),
  title: z.string().min(1).max(45),
  components: z
    .array(z.union([label, textDisplay]))
    .min(1)
    .max(5),
});
