import { hubspot, Tab, Tabs } from '@hubspot/ui-extensions';
import { createPageRouter, PageRoutes } from '@hubspot/ui-extensions/pages';
import { useCatchUp } from '@stripe-payments/ui';
import { useState } from 'react';
import { HealthTab } from './health/HealthTab.tsx';
import { SetupTab } from './setup/SetupTab.tsx';
import { useTexts } from './use-presentation.ts';

/** The app's own page. Each tab is a room of its own; more will join. */
function Home() {
  const { setup, health } = useTexts();
  const [selected, setSelected] = useState('setup');
  // Here, so that it goes on while another tab is shown.
  const catchingUp = useCatchUp();
  const syncing = useCatchUp();
  return (
    <Tabs
      selected={selected}
      onSelectedChange={(id: string | number) => {
        setSelected(String(id));
      }}
    >
      <Tab tabId="setup" title={setup.title}>
        <SetupTab />
      </Tab>
      <Tab tabId="health" title={health.title}>
        {selected === 'health' && <HealthTab {...{ catchingUp, syncing }} />}
      </Tab>
    </Tabs>
  );
}

const Router = createPageRouter(
  <PageRoutes>
    <PageRoutes.IndexRoute component={Home} id="home" />
    <PageRoutes.AnyRoute component={Home} />
  </PageRoutes>,
);

hubspot.extend<'pages'>(() => <Router />);
