/** The fields of an application: the few that most need, and the rest folded away. */
import { Field } from '../page/field.tsx';
import { faultAt, type Refused } from '../page/refusal.tsx';
import { furtherMembers, pointerOfMember, type FieldText } from './written.ts';

interface ApplicationFieldsProps {
  readonly text: FieldText;
  readonly refused?: Refused | undefined;
  /** What is said of keys where nothing is done about them. */
  readonly noKey: string;
}

export function ApplicationFields({ text, refused, noKey }: ApplicationFieldsProps) {
  const isUnfolded = furtherMembers.some(({ name }) => text(name) !== '' || faultAt(refused, pointerOfMember(name)) !== undefined);
  return (
    <>
      <Field
        name="name"
        label="Name"
        hint="What you call it. No two of a workspace have the same."
        value={text('name')}
        required
        maxlength={100}
        fault={faultAt(refused, '/name')}
      />
      <Field
        name="callbackUrls"
        label="Addresses to come back to"
        hint="Where people return after they have signed in, one a line. Only an application that signs people in needs one."
        value={text('callbackUrls')}
        lines={2}
        fault={faultAt(refused, '/callbackUrls')}
      />
      <Field
        name="key"
        label="Key"
        hint="An application proves who it is by signing with a private key, of which the platform knows the public half."
        choices={[
          ['', noKey],
          ['pair', 'Make a pair for me, and show me the private half once'],
          ['paste', 'Take the public key that I paste below'],
        ]}
        value={text('key')}
      />
      <Field
        name="publicKey"
        label="Public key, if you paste one"
        hint="RSA in PEM, which begins with -----BEGIN PUBLIC KEY-----. Never a private one."
        value={text('publicKey')}
        lines={4}
        fault={faultAt(refused, '/publicKey')}
      />
      <Field
        name="kid"
        label="What the key is called (kid)"
        hint="Your assertions name it. Left empty, it gets a name here."
        value={text('kid')}
        maxlength={200}
        fault={faultAt(refused, '/kid')}
      />
      <details open={isUnfolded}>
        <summary>What it may do, its limits, and more</summary>
        {furtherMembers.map(({ name, label, hint, lines, choices }) => (
          <Field
            name={name}
            label={label}
            hint={hint}
            value={text(name)}
            fault={faultAt(refused, pointerOfMember(name))}
            {...(lines !== undefined && { lines })}
            {...(choices && { choices })}
          />
        ))}
      </details>
    </>
  );
}
