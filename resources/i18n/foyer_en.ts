<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>foyer::Ctl</name>
    <message numerus="yes">
        <source>%n new version(s) of a seating plan</source>
        <translation>
            <numerusform>%n new version of a seating plan</numerusform>
            <numerusform>%n new versions of a seating plan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n performance(s) added, changed or removed</source>
        <translation>
            <numerusform>%n performance added, changed or removed</numerusform>
            <numerusform>%n performances added, changed or removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to settings, houses, shows and ticket types</source>
        <translation>
            <numerusform>%n change to settings, houses, shows and ticket types</numerusform>
            <numerusform>%n changes to settings, houses, shows and ticket types</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n violation(s)</source>
        <translation>
            <numerusform>%n violation</numerusform>
            <numerusform>%n violations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n seat(s) more</source>
        <translation>
            <numerusform>%1: %n seat more</numerusform>
            <numerusform>%1: %n seats more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) can be sold here without the hub</source>
        <translation>
            <numerusform>%n seat can be sold here without the hub</numerusform>
            <numerusform>%n seats can be sold here without the hub</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry (entries) not sent yet</source>
        <translation>
            <numerusform>%n entry not sent yet</numerusform>
            <numerusform>%n entries not sent yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A hub with %n terminal(s).</source>
        <translation>
            <numerusform>A hub with %n terminal.</numerusform>
            <numerusform>A hub with %n terminals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set aside until it says what it sold</source>
        <translation>
            <numerusform>%n set aside until it says what it sold</numerusform>
            <numerusform>%n set aside until it says what it sold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::FindPage</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::HubWords</name>
    <message numerus="yes">
        <source>Offline since %1: %n seat(s) can be sold here</source>
        <extracomment>%1 is a time, such as 14:05</extracomment>
        <translation>
            <numerusform>Offline since %1: %n seat can be sold here</numerusform>
            <numerusform>Offline since %1: %n seats can be sold here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry (entries) waiting</source>
        <translation>
            <numerusform>%n entry waiting</numerusform>
            <numerusform>%n entries waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) without the hub</source>
        <translation>
            <numerusform>%n seat without the hub</numerusform>
            <numerusform>%n seats without the hub</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::OfferWords</name>
    <message numerus="yes">
        <source>On sale · %n seat(s)</source>
        <translation>
            <numerusform>On sale · %n seat</numerusform>
            <numerusform>On sale · %n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Few left · %n seat(s)</source>
        <translation>
            <numerusform>Few left · %n seat</numerusform>
            <numerusform>Few left · %n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) left</source>
        <translation>
            <numerusform>%n seat left</numerusform>
            <numerusform>%n seats left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <extracomment>the length of a show</extracomment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On sale here · %n seat(s)</source>
        <translation>
            <numerusform>On sale here · %n seat</numerusform>
            <numerusform>On sale here · %n seats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::OrderPanel</name>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::QueueScreen</name>
    <message numerus="yes">
        <source>%n person (people)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::SaleOrder</name>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::SeatBasket</name>
    <message numerus="yes">
        <source>Tap a section to go closer, then a free seat to keep it for you. Up to %n seat(s).</source>
        <translation>
            <numerusform>Tap a section to go closer, then a free seat to keep it for you. Only %n seat at a time.</numerusform>
            <numerusform>Tap a section to go closer, then a free seat to keep it for you. Up to %n seats.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::SeatList</name>
    <message numerus="yes">
        <source>%n seat(s) left</source>
        <translation>
            <numerusform>%n seat left</numerusform>
            <numerusform>%n seats left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::SeatsScreen</name>
    <message numerus="yes">
        <source>Continue with %n seat(s)</source>
        <translation>
            <numerusform>Continue with %n seat</numerusform>
            <numerusform>Continue with %n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) left</source>
        <translation>
            <numerusform>%n seat left</numerusform>
            <numerusform>%n seats left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::SellPage</name>
    <message numerus="yes">
        <source>%n seat(s) left</source>
        <translation>
            <numerusform>%n seat left</numerusform>
            <numerusform>%n seats left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) by name</source>
        <translation>
            <numerusform>%n seat by name</numerusform>
            <numerusform>%n seats by name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %n best seat(s)</source>
        <translation>
            <numerusform>the best seat</numerusform>
            <numerusform>the %n best seats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ShiftDocument</name>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <extracomment>%1 says what was taken back, %n how many times.</extracomment>
        <translation>
            <numerusform>%1, once</numerusform>
            <numerusform>%1, %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ShiftPage</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them given away</source>
        <translation>
            <numerusform>%n of them given away</numerusform>
            <numerusform>%n of them given away</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::SlipDocument</name>
    <message numerus="yes">
        <source>%n person (people) ahead of you</source>
        <translation>
            <numerusform>%n person ahead of you</numerusform>
            <numerusform>%n people ahead of you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::TicketScreen</name>
    <message numerus="yes">
        <source>%n ticket(s), order number %1</source>
        <translation>
            <numerusform>%n ticket, order number %1</numerusform>
            <numerusform>%n tickets, order number %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::TicketsScreen</name>
    <message numerus="yes">
        <source>Cancel %n ticket(s)</source>
        <translation>
            <numerusform>Cancel %n ticket</numerusform>
            <numerusform>Cancel %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) become void</source>
        <translation>
            <numerusform>%n ticket becomes void</numerusform>
            <numerusform>%n tickets become void</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) cancelled</source>
        <translation>
            <numerusform>%n ticket cancelled</numerusform>
            <numerusform>%n tickets cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::Tour</name>
    <message numerus="yes">
        <source>%n touch(es), from the start to the ticket.</source>
        <translation>
            <numerusform>%n touch, from the start to the ticket.</numerusform>
            <numerusform>%n touches, from the start to the ticket.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::WalletPage</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n movement(s)</source>
        <translation>
            <numerusform>%n movement</numerusform>
            <numerusform>%n movements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::Wording</name>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can buy up to %n seat(s) at a time. For more, please go to the desk.</source>
        <translation>
            <numerusform>You can buy %n seat at a time. For more, please go to the desk.</numerusform>
            <numerusform>You can buy up to %n seats at a time. For more, please go to the desk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please try again; you have %n try (tries) left.</source>
        <translation>
            <numerusform>Please try again; you have %n try left.</numerusform>
            <numerusform>Please try again; you have %n tries left.</numerusform>
        </translation>
    </message>
</context>
</TS>
