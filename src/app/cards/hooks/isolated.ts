export { isolated } from '@stripe-payments/core';
