import './skeleton.css';

/** The shape of what will come, quiet and still. Sizes in px or any CSS length. */
export function Skeleton({
  width = '100%',
  height = 14,
}: {
  width?: number | string;
  height?: number | string;
}) {
  return <span className="sk" style={{ width, height }} aria-hidden="true" />;
}
