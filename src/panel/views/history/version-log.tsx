import { useMemo } from 'preact/hooks';
import type { HistoryView } from '../../../core/report/history-view.ts';
import { useListScroll } from '../../components/use-list-scroll.ts';
import { usePanel } from '../../context.ts';
import { listedParents } from '../../state/listed-parents.ts';
import { actionOf, stepOf } from '../../state/shortcuts.ts';
import { message } from '../../text/message.ts';
import { Graph, graphWidth } from './graph.tsx';
import { VersionLine } from './version-line.tsx';

const COLUMNS = [
  ['label', 'historyColumnVersion'],
  ['events', 'historyColumnEvents'],
  ['change', 'historyColumnKeys'],
  ['who', 'historySignedIn'],
  ['setter', 'historySetByTitle'],
  ['carried', 'historyColumnSent'],
  ['size', 'historySize'],
  ['at', 'columnTime'],
] as const;

/** The versions as a log, the newest at the end, with their graph beside; only what is in sight is in the document. */
export function VersionLog({ shown: view }: { readonly shown: HistoryView }) {
  const { history, rows } = usePanel();
  const versions = history.listed.value;
  const byId = useMemo(() => new Map(view.versions.map((version) => [version.id, version])), [view.versions]);
  const rowOf = useMemo(() => new Map(versions.map(({ id }, row) => [id, row])), [versions]);
  const parents = useMemo(() => listedParents(view.versions, versions), [view.versions, versions]);
  const indent = useMemo(() => graphWidth(versions), [versions]);
  const active = history.active.value;
  const activeRow = active === null ? -1 : (rowOf.get(active) ?? -1);
  const { scroller, shown, pageSize, onScroll } = useListScroll({
    rows: versions,
    activeRow,
    active,
    edge: 'end',
    place: history.place,
    placeOf: ({ id }) => rowOf.get(id) ?? null,
  });
  const opened = history.opened.value;
  const pair = opened?.kind === 'pair' ? [opened.before, opened.after] : [history.picking.value];

  const onKeyDown = (event: KeyboardEvent): void => {
    const action = actionOf('versions', event);
    const by = stepOf(action, pageSize, versions.length);
    const at = history.active.peek();
    const entered = at ?? versions[0]?.id;
    if (by !== undefined) history.move(by);
    else if (action === 'open' && entered !== undefined) history.open(entered);
    else if (action === 'compare' && at !== null && history.picking.peek() !== null) history.open(at);
    else if (action === 'compare' && at !== null) history.pick();
    else if (action === 'close' && history.picking.peek() !== null) history.stopPicking();
    else if (action === 'close' && history.opened.peek() !== null) history.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by the window, which table elements do not allow
    <div
      class="table version-log"
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={message('historyOf', view.name)}
      aria-rowcount={versions.length + 1}
      aria-colcount={COLUMNS.length}
      aria-activedescendant={activeRow >= shown.first && activeRow < shown.end ? `version-${activeRow}` : undefined}
      style={{ '--indent': `${indent}px` }}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus */}
      <div class="table-head version" role="row" aria-rowindex={1}>
        {COLUMNS.map(([id, title]) => (
          // biome-ignore lint/a11y/useSemanticElements: see above
          // biome-ignore lint/a11y/useFocusableInteractive: nothing to do with a column
          <div key={id} class={`cell version-${id}`} role="columnheader" {...(id === 'label' && { style: { paddingLeft: `${indent}px` } })}>
            {message(title)}
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div class="table-body" role="rowgroup" data-testid="versions" style={{ height: `${shown.height}px` }}>
        {versions.slice(shown.first, shown.end).map((version, offset) => (
          <VersionLine
            key={version.id}
            version={version}
            parent={byId.get(version.parent ?? '') ?? null}
            setter={rows.get(version.id) ?? null}
            index={shown.first + offset}
            active={version.id === active}
            compared={pair.some((each) => each?.id === version.id)}
            onOpen={(event) => {
              const from = history.active.peek();
              if (event.shiftKey && from !== null) history.compare(version.id, from);
              else history.open(version.id);
            }}
            onHover={(on) => {
              history.hovered.value = on ? version.id : null;
            }}
          />
        ))}
        <Graph versions={versions} parents={parents} shown={shown} width={indent} active={active} />
      </div>
    </div>
  );
}
