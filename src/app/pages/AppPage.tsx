import { hubspot, Text } from '@hubspot/ui-extensions';
import { createPageRouter, PageRoutes } from '@hubspot/ui-extensions/pages';

function Setup() {
  return <Text>Setup</Text>;
}

const Router = createPageRouter(
  <PageRoutes>
    <PageRoutes.IndexRoute component={Setup} id="setup" />
  </PageRoutes>,
);

hubspot.extend<'pages'>(() => <Router />);
