/** `nhs-sandbox events`: all workspaces of a hackathon or a course, for whoever organises it. */
import { defineGroup } from './command.ts';
import { eventsCreate, eventsList } from './events/make-and-list.ts';
import { eventsContracts } from './events/contracts.ts';
import { eventsAnnounce, eventsExtend, eventsShow } from './events/own.ts';
import { eventsRemove, eventsReset } from './events/reset-and-delete.ts';
import { aboutOperator } from './remote/connection.ts';

export const aboutCode =
  'Whoever holds the code of an event makes, lists, resets and ends its workspaces; nobody but a workspace’s own people sees what is in it. ' +
  'The code is best set in NHS_SANDBOX_EVENT_CODE.';

export const command = defineGroup({
  name: 'events',
  summary: 'Looks after all workspaces of a hackathon or a course.',
  about: [aboutCode, `create and list are for whoever runs the deployment. ${aboutOperator}`],
  examples: [
    ['events create "Leeds hackathon" --workspaces 60 --hours 72', 'the code for its organiser'],
    ['events announce "Lunch is at one."', 'to all its workspaces'],
    ['events contracts add ./our-api.yaml', 'served in all its workspaces, and in those made later'],
  ],
  commands: {
    create: eventsCreate,
    list: eventsList,
    show: eventsShow,
    announce: eventsAnnounce,
    extend: eventsExtend,
    reset: eventsReset,
    delete: eventsRemove,
    contracts: eventsContracts,
  },
});
