import type { ComponentMapping } from '@remote-ui/react/host';
import { Accordion } from './Accordion.tsx';
import { Alert } from './Alert.tsx';
import { Button, ButtonRow } from './Button.tsx';
import { BarChart } from './charts/BarChart.tsx';
import { LineChart } from './charts/LineChart.tsx';
import { Checkbox } from './Checkbox.tsx';
import { Card, DescriptionList, DescriptionListItem, List, Tile } from './containers.tsx';
import { Dropdown, DropdownButtonItem } from './Dropdown.tsx';
import { DateInput } from './forms/DateInput.tsx';
import { Form } from './forms/Form.tsx';
import { MultiSelect } from './forms/MultiSelect.tsx';
import { NumberInput } from './forms/NumberInput.tsx';
import { RadioButton } from './forms/RadioButton.tsx';
import { Icon } from './Icon.tsx';
import { Image } from './Image.tsx';
import { AutoGrid, Box, Divider, Flex, Inline, Spacer } from './layouts.tsx';
import { Link } from './Link.tsx';
import { LoadingButton } from './LoadingButton.tsx';
import { LoadingSpinner } from './LoadingSpinner.tsx';
import { Modal, ModalBody, ModalFooter } from './Modal.tsx';
import {
  PageBreadcrumbs,
  PageBreadcrumbsCurrent,
  PageBreadcrumbsPageLink,
} from './pages/PageBreadcrumbs.tsx';
import {
  PageHeader,
  PageHeaderLink,
  PageHeaderPageLink,
  PageHeaderPrimaryAction,
  PageHeaderSecondaryActions,
} from './pages/PageHeader.tsx';
import { PageLink } from './pages/PageLink.tsx';
import { PageTitle } from './pages/PageTitle.tsx';
import { Panel, PanelBody, PanelFooter, PanelSection } from './Panel.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import { ScoreCircle } from './ScoreCircle.tsx';
import { sdkComponentNames } from './sdk-component-names.ts';
import { Select } from './Select.tsx';
import { EmptyState, ErrorState, Illustration } from './states.tsx';
import { Statistics, StatisticsItem, StatisticsTrend } from './Statistics.tsx';
import { StatusTag } from './StatusTag.tsx';
import { StepIndicator } from './StepIndicator.tsx';
import {
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
} from './Table.tsx';
import { Tab, Tabs } from './Tabs.tsx';
import { Tag } from './Tag.tsx';
import { Input, SearchInput, TextArea } from './text-inputs.tsx';
import { Heading, Text } from './Text.tsx';
import { Toggle } from './Toggle.tsx';
import { ToggleGroup } from './ToggleGroup.tsx';
import { Tooltip } from './Tooltip.tsx';

const drawn: ComponentMapping = {
  Accordion,
  Alert,
  AutoGrid,
  BarChart,
  Box,
  Button,
  ButtonRow,
  Card,
  Checkbox,
  DateInput,
  DescriptionList,
  DescriptionListItem,
  Divider,
  Dropdown,
  DropdownButtonItem,
  EmptyState,
  ErrorState,
  Flex,
  Form,
  Heading,
  Icon,
  Illustration,
  Image,
  Inline,
  Input,
  LineChart,
  Link,
  List,
  LoadingButton,
  LoadingSpinner,
  Modal,
  ModalBody,
  ModalFooter,
  MultiSelect,
  NumberInput,
  PageBreadcrumbs,
  PageBreadcrumbsCurrent,
  PageBreadcrumbsPageLink,
  PageHeader,
  PageHeaderLink,
  PageHeaderPageLink,
  PageHeaderPrimaryAction,
  PageHeaderSecondaryActions,
  PageLink,
  PageTitle,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  ProgressBar,
  RadioButton,
  ScoreCircle,
  SearchInput,
  Select,
  Spacer,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StatusTag,
  StepIndicator,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Tabs,
  Tag,
  Text,
  TextArea,
  Textarea: TextArea,
  Tile,
  Toggle,
  ToggleGroup,
  Tooltip,
};

function notDrawn(name: string) {
  return function NotDrawn() {
    return (
      <div role="alert" className="not-drawn" data-testid={`not-drawn-${name}`}>
        Component {name} is not drawn yet
      </div>
    );
  };
}

/** Every component that the SDK registers; those without a drawing say so, in red. */
export const componentMapping: ComponentMapping = Object.fromEntries(
  sdkComponentNames.map((name) => [name, drawn[name] ?? notDrawn(name)]),
);
