import type { MessageBlock, ViewBlock } from "./blocks.ts";

type Element = Extract<MessageBlock, { type: "actions" }>["elements"][number];
type Input = Extract<ViewBlock, { type: "input" }>["element"];
type Feedback = Extract<MessageBlock, { type: "context_actions" }>["elements"][number];

export interface Found {
  blockId: string;
  element: Element | Feedback | Input;
  /** As it stands in a `block_actions` payload. */
  action: Record<string, unknown>;
}

/** The button, menu or feedback button with this action id or label. */
export function findAction(blocks: readonly (MessageBlock | ViewBlock)[], wanted: string): Found {
  const labels: string[] = [];
  for (const [at, block] of blocks.entries()) {
    const blockId = block.block_id ?? `b${at}`;
    for (const element of elementsOf(block)) {
      const choices =
        element.type === "feedback_buttons"
          ? [element.positive_button, element.negative_button].map((choice) => ({
              label: choice.text.text,
              value: choice.value,
            }))
          : element.type === "button"
            ? [{ label: element.text.text, value: element.value }]
            : [{ label: element.action_id, value: undefined }];
      for (const { label, value } of choices) {
        labels.push(label);
        if (label !== wanted && (element.action_id !== wanted || element.type === "feedback_buttons"))
          continue;
        const action = { type: element.type, action_id: element.action_id, block_id: blockId, value };
        return { blockId, element, action };
      }
    }
  }
  throw new Error(`nothing to press called "${wanted}"; there are: ${labels.join(", ")}`);
}

/** The same with an option of the menu chosen, by text or value. */
export function findOption(
  found: Found,
  wanted: string,
  offered?: readonly { text: { text: string }; value: string }[],
): Found {
  const options = offered ?? (found.element.type === "static_select" ? found.element.options : []);
  const option = options.find(({ text, value }) => text.text === wanted || value === wanted);
  if (option === undefined)
    throw new Error(`no option "${wanted}"; there are: ${options.map(({ text }) => text.text).join(", ")}`);
  return { ...found, action: { ...found.action, selected_option: option } };
}

function elementsOf(block: MessageBlock | ViewBlock): readonly (Element | Feedback | Input)[] {
  if (block.type === "actions" || block.type === "context_actions") return block.elements;
  if (block.type === "input") return [block.element];
  return block.type === "section" && block.accessory !== undefined ? [block.accessory] : [];
}
