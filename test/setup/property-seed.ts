/** Property tests draw the same values every time, so that a change is judged by what it changes; `FC_SEED=7 npm test` draws others. */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['FC_SEED'] ?? 20_261_122) });
