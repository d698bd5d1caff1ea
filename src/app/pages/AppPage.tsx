import { hubspot, Tab, Tabs } from '@hubspot/ui-extensions';
import { createPageRouter, PageRoutes } from '@hubspot/ui-extensions/pages';
import { SetupTab } from './setup/SetupTab.tsx';
import { useTexts } from './use-presentation.ts';

/** The app's own page. Each tab is a room of its own; more will join. */
function Home() {
  const { setup } = useTexts();
  return (
    <Tabs defaultSelected="setup">
      <Tab tabId="setup" title={setup.title}>
        <SetupTab />
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
