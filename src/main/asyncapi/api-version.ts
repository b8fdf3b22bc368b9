/** The version of the contract as a whole: the envelope and the channels. Each event type has one of its own. */
export const apiVersion = '1.0.0';
export const apiTitle = 'AliceMultiverse Event API';
