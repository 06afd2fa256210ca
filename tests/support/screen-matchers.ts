/** What screen tests say beyond jest's own words, and how long they wait for a screen. */
import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// as long as a slow machine takes, not as a person would wait
configure({ asyncUtilTimeout: 10_000 });
