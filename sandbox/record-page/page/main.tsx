import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

const container = document.getElementById('root');
if (container === null) throw new Error('The page has no element to draw into.');
createRoot(container).render(<App />);
