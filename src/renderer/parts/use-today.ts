import { useEffect, useState } from 'react';
import { dayNumber } from './times';

const now = () => dayNumber(new Date().toISOString());

/** Today as a day number; it changes when the day does. */
export function useToday(): number {
  const [today, setToday] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setToday(now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return today;
}
