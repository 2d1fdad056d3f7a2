/** What a system of a practice says when it cancels an appointment, so that whoever booked it through another API knows: about its id. */
export const appointmentCancelled = 'appointment.cancelled';
