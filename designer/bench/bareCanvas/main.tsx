// The baseline of a drag: React Flow with our nodes' markup and none of their behaviour. The nodes come from the window.
import '@xyflow/react/dist/base.css';
import '@reglament/ui/styles.css';
import '../../src/stages/glyph.css';
import '../../src/canvas/canvas.css';
import {
  applyNodeChanges,
  Handle,
  type Node,
  type NodeChange,
  type NodeProps,
  Position,
  ReactFlow,
} from '@xyflow/react';
import { memo, useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';

interface Bare {
  readonly nodes: readonly { id: string; x: number; y: number; html: string }[];
  readonly edges: readonly { id: string; source: string; target: string }[];
}

const Markup = memo(function Markup({ data }: NodeProps<Node<{ html: string }>>) {
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the bench's own markup, copied from the designer's page */}
      <div dangerouslySetInnerHTML={{ __html: data.html }} />
      <Handle type="target" position={Position.Left} />
      <Handle type="source" position={Position.Right} />
    </>
  );
});
const nodeTypes = { markup: Markup };

function Canvas({ bare }: { bare: Bare }) {
  const [nodes, setNodes] = useState<Node<{ html: string }>[]>(
    bare.nodes.map(({ id, x, y, html }) => ({ id, type: 'markup', position: { x, y }, data: { html } })),
  );
  // As quick as it can be: what is new at each render would be told to every node.
  const [edges] = useState(() => [...bare.edges]);
  const onNodesChange = useCallback(
    (changes: NodeChange<Node<{ html: string }>>[]) =>
      setNodes((before) => applyNodeChanges(changes, before)),
    [],
  );
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      onNodesChange={onNodesChange}
      onlyRenderVisibleElements={nodes.length > 300}
      minZoom={0.1}
      defaultViewport={(window as unknown as { viewport: { x: number; y: number; zoom: number } }).viewport}
      proOptions={{ hideAttribution: true }}
    />
  );
}

(window as unknown as { start(bare: Bare): void }).start = (bare) => {
  createRoot(document.getElementById('root')!).render(<Canvas bare={bare} />);
};
