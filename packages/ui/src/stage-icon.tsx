import {
  type Icon,
  IconArrowsSplit2,
  IconClipboardCheck,
  IconEyeCheck,
  IconFlag,
  IconGitFork,
  IconHourglass,
  IconRubberStamp,
  IconUserCheck,
  IconWritingSign,
} from '@tabler/icons-react';

/** One icon for each stage kind, everywhere (look/icons.md). */
const KINDS: Record<string, Icon> = {
  task: IconClipboardCheck,
  approval: IconUserCheck,
  signing: IconWritingSign,
  registration: IconRubberStamp,
  acquaintance: IconEyeCheck,
  choice: IconArrowsSplit2,
  parallel: IconGitFork,
  wait: IconHourglass,
  end: IconFlag,
};

/** The icon of a stage kind; a kind this program does not know looks like a task. Silent to a screen reader. */
export function StageIcon({ kind }: { kind: string }) {
  const Shape = KINDS[kind] ?? IconClipboardCheck;
  return <Shape className="ic" aria-hidden="true" />;
}
