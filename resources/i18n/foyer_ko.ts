<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>foyer::AttractScreen</name>
    <message>
        <source>Touch the screen to start</source>
        <translation>화면을 터치하면 시작합니다</translation>
    </message>
    <message>
        <source>No dates just now</source>
        <translation>지금은 예정된 공연이 없습니다</translation>
    </message>
    <message>
        <source>New dates will be shown here. Please ask at the desk.</source>
        <translation>새 일정은 이곳에 표시됩니다. 창구에 문의해 주세요.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>어서 오세요</translation>
    </message>
</context>
<context>
    <name>foyer::CashPiles</name>
    <message>
        <source>no number</source>
        <translation>숫자가 아님</translation>
    </message>
    <message>
        <source>How many of %1</source>
        <extracomment>%1 is a note or a coin</extracomment>
        <translation>%1 개수</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>or as a sum</source>
        <translation>또는 합계로</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>합계</translation>
    </message>
</context>
<context>
    <name>foyer::CheckoutLine</name>
    <message>
        <source>bring: %1</source>
        <translation>지참: %1</translation>
    </message>
    <message>
        <source>%1: %2. Change the ticket type</source>
        <translation>%1: %2. 티켓 종류 바꾸기</translation>
    </message>
</context>
<context>
    <name>foyer::CheckoutScreen</name>
    <message>
        <source>Pay %1</source>
        <translation>%1 결제하기</translation>
    </message>
    <message>
        <source>Pay %1 by card (demo)</source>
        <translation>카드 %1 결제 (시연)</translation>
    </message>
    <message>
        <source>Pay %1 by card</source>
        <translation>카드 %1 결제</translation>
    </message>
    <message>
        <source>Pay %1 in cash (demo)</source>
        <translation>현금 %1 결제 (시연)</translation>
    </message>
    <message>
        <source>Pay %1 in cash</source>
        <translation>현금 %1 결제</translation>
    </message>
    <message>
        <source>Check and pay</source>
        <translation>확인하고 결제하기</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Wallet balance</source>
        <translation>지갑 잔액</translation>
    </message>
    <message>
        <source>Nothing here can take money. Please ask at the desk; your seats stay held.</source>
        <translation>이 기기에서는 돈을 받을 수 없습니다. 창구에 문의해 주세요. 좌석은 그동안 보관됩니다.</translation>
    </message>
    <message>
        <source>Top up another amount</source>
        <translation>다른 금액 충전하기</translation>
    </message>
    <message>
        <source>Yes, all of us</source>
        <translation>네, 모두 해당합니다</translation>
    </message>
    <message>
        <source>For ages %1 and over</source>
        <translation>%1세 이상 관람가</translation>
    </message>
    <message>
        <source>Is everyone who comes along old enough? It is checked at the door.</source>
        <translation>함께 관람하는 분 모두 해당하나요? 입장할 때 확인합니다.</translation>
    </message>
    <message>
        <source>%1 tax included</source>
        <translation>부가세 %1 포함</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>부족한 금액</translation>
    </message>
    <message>
        <source>After paying</source>
        <translation>결제 후 잔액</translation>
    </message>
    <message>
        <source>Starts in %1</source>
        <translation>%1 뒤 시작합니다</translation>
    </message>
    <message>
        <source>It has started</source>
        <translation>공연이 시작되었습니다</translation>
    </message>
</context>
<context>
    <name>foyer::ComfortPanel</name>
    <message>
        <source>Text and display</source>
        <translation>글자와 화면</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what is chosen, then one of its options</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>화면 색</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>고대비</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>움직임</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>줄이기</translation>
    </message>
</context>
<context>
    <name>foyer::ContactEntry</name>
    <message>
        <source>Who asks for these tickets? Left empty, it is forgotten.</source>
        <translation>누구의 티켓인가요? 비워 두면 지워집니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Last four digits</source>
        <translation>전화번호 끝 네 자리</translation>
    </message>
    <message>
        <source>Last four digits of the phone number</source>
        <translation>전화번호 끝 네 자리</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>저장</translation>
    </message>
</context>
<context>
    <name>foyer::Ctl</name>
    <message>
        <source>no member has this phone number</source>
        <translation>이 전화번호의 회원이 없습니다</translation>
    </message>
    <message>
        <source>this card is somebody&apos;s already, or has no code</source>
        <translation>이미 다른 회원의 카드이거나 코드가 없습니다</translation>
    </message>
    <message>
        <source>The card is theirs now.</source>
        <translation>카드를 등록했습니다.</translation>
    </message>
    <message>
        <source>Gives a member a card.</source>
        <translation>회원에게 카드를 등록합니다.</translation>
    </message>
    <message>
        <source>%1 was paid out.</source>
        <translation>%1을 지급했습니다.</translation>
    </message>
    <message>
        <source>Pays what a code is worth, from the demo drawer.</source>
        <translation>환급 코드의 금액을 시연용 금고에서 지급합니다.</translation>
    </message>
    <message>
        <source>Answer in JSON, one object a line.</source>
        <translation>한 줄에 하나씩 JSON으로 답합니다.</translation>
    </message>
    <message>
        <source>The plan&apos;s id, when it isn&apos;t the file&apos;s name.</source>
        <translation>좌석 배치도의 ID. 적지 않으면 파일 이름입니다.</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>바뀐 것이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n new version(s) of a seating plan</source>
        <translation>
            <numerusform>새 좌석 배치도 %n판</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n performance(s) added, changed or removed</source>
        <translation>
            <numerusform>추가, 변경 또는 삭제된 회차 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to settings, houses, shows and ticket types</source>
        <translation>
            <numerusform>설정, 공연장, 작품, 권종의 변경 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” can&apos;t be imported; a plan or a season can</source>
        <translation>‘%1’은 가져올 수 없습니다. plan이나 season을 가져올 수 있습니다</translation>
    </message>
    <message>
        <source>Brings in a seating plan or a season: all of the file or nothing.</source>
        <translation>좌석 배치도나 시즌을 가져옵니다. 파일 전체를 가져오거나 아무것도 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>Bring in a season to try things with.</source>
        <translation>시험해 볼 시즌을 함께 넣습니다.</translation>
    </message>
    <message>
        <source>%1 is set up already; nothing was changed.</source>
        <translation>%1은 이미 준비되어 있어 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 is set up.</source>
        <translation>%1을 준비했습니다.</translation>
    </message>
    <message>
        <source>Sets up the data folder and its first member of staff.</source>
        <translation>데이터 폴더와 첫 직원을 준비합니다.</translation>
    </message>
    <message>
        <source>The data folder; %1 when not named.</source>
        <translation>데이터 폴더. 적지 않으면 %1입니다.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>명령:</translation>
    </message>
    <message>
        <source>foyerctl COMMAND --help tells more of one.</source>
        <translation>foyerctl 명령 --help로 자세히 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>expected:</source>
        <translation>올바른 형식:</translation>
    </message>
    <message>
        <source>Sets up a house that sells seats, looks after it, and proves its books.</source>
        <translation>좌석을 파는 공연장을 준비하고 관리하며 장부를 검증합니다.</translation>
    </message>
    <message>
        <source>no command was named
</source>
        <translation>명령을 적지 않았습니다
</translation>
    </message>
    <message>
        <source>there is no command “%1”</source>
        <translation>‘%1’이라는 명령은 없습니다</translation>
    </message>
    <message>
        <source>The PIN of “%1” is only shown now; write it down:</source>
        <translation>‘%1’의 비밀번호는 지금만 표시됩니다. 적어 두세요:</translation>
    </message>
    <message>
        <source>Who does this.</source>
        <translation>이 일을 하는 직원.</translation>
    </message>
    <message>
        <source>Their PIN; &apos;-&apos; reads it from standard input.</source>
        <translation>그 직원의 비밀번호. &apos;-&apos;이면 표준 입력에서 읽습니다.</translation>
    </message>
    <message>
        <source>The reason, for the journal.</source>
        <translation>기록에 남길 사유.</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>빠진 것: %1</translation>
    </message>
    <message>
        <source>%1 is refunded: %2.</source>
        <translation>%1을 환불했습니다: %2.</translation>
    </message>
    <message>
        <source>Whoever shows this code is paid %1:</source>
        <translation>이 코드를 보이면 %1을 지급합니다:</translation>
    </message>
    <message>
        <source>Its id in the season; the first with room when not named.</source>
        <translation>시즌 파일의 회차 ID. 적지 않으면 자리가 있는 첫 회차입니다.</translation>
    </message>
    <message>
        <source>Seats in each sale.</source>
        <translation>한 번에 파는 좌석 수.</translation>
    </message>
    <message>
        <source>How many sales.</source>
        <translation>판매 횟수.</translation>
    </message>
    <message>
        <source>Sell from what is here; a house on its own always does.</source>
        <translation>이곳에 있는 좌석만 팝니다. 혼자 운영하는 곳은 늘 그렇습니다.</translation>
    </message>
    <message>
        <source>--seats and --count are whole numbers from 1</source>
        <translation>--seats와 --count는 1 이상의 정수입니다</translation>
    </message>
    <message>
        <source>Sells to simulated guests who pay cash, one line a sale.</source>
        <translation>현금으로 사는 가상 비회원에게 팝니다. 판매마다 한 줄씩 적습니다.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a tender&apos;s id; see foyerctl tenders</source>
        <translation>‘%1’은 결제 ID가 아닙니다. foyerctl tenders에서 확인하세요</translation>
    </message>
    <message>
        <source>The seats are free again; the tender still waits for its device.</source>
        <translation>좌석을 풀었습니다. 결제는 계속 기기의 응답을 기다립니다.</translation>
    </message>
    <message>
        <source>Frees the seats of a tender in doubt.</source>
        <translation>결과를 알 수 없는 결제의 좌석을 풉니다.</translation>
    </message>
    <message>
        <source>clerk, supervisor or manager</source>
        <translation>clerk, supervisor 또는 manager</translation>
    </message>
    <message>
        <source>there is a “%1” already</source>
        <translation>‘%1’이 이미 있습니다</translation>
    </message>
    <message>
        <source>in</source>
        <translation>받음</translation>
    </message>
    <message>
        <source>out</source>
        <translation>지급</translation>
    </message>
    <message>
        <source>Lists the tenders that wait for their device&apos;s answer.</source>
        <translation>기기의 응답을 기다리는 결제를 나열합니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n violation(s)</source>
        <translation>
            <numerusform>위반 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Re-walks journal, seats and ledger, and names what doesn&apos;t fit.</source>
        <translation>기록, 좌석, 원장을 다시 검증하고 맞지 않는 것을 알려 줍니다.</translation>
    </message>
    <message>
        <source>The member is blocked.</source>
        <translation>회원을 차단했습니다.</translation>
    </message>
    <message>
        <source>The member may buy again.</source>
        <translation>회원이 다시 구매할 수 있습니다.</translation>
    </message>
    <message>
        <source>expected: member reset-pin|block|unblock PHONE</source>
        <translation>올바른 형식: member reset-pin|block|unblock 전화번호</translation>
    </message>
    <message>
        <source>Gives a member a new PIN, or stops or lets them buy.</source>
        <translation>회원에게 새 비밀번호를 주거나, 회원을 차단하거나 차단을 풉니다.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a wallet&apos;s id; see foyerctl unclaimed</source>
        <translation>‘%1’은 지갑 ID가 아닙니다. foyerctl unclaimed에서 확인하세요</translation>
    </message>
    <message>
        <source>Lists guests&apos; money that nobody was paid yet, or makes a new code for one of it.</source>
        <translation>아직 지급되지 않은 비회원의 돈을 나열하거나, 그 가운데 하나의 새 환급 코드를 만듭니다.</translation>
    </message>
    <message>
        <source>The terminal, by name or id.</source>
        <translation>단말의 이름 또는 ID.</translation>
    </message>
    <message>
        <source>Its id in the season; every one that is on sale when not named.</source>
        <translation>시즌 파일의 공연 ID. 적지 않으면 판매 중인 모든 회차.</translation>
    </message>
    <message>
        <source>As many as it shall have at least, of each.</source>
        <translation>회차마다 적어도 이만큼 갖게 합니다.</translation>
    </message>
    <message>
        <source>expected: allot --node NODE [--performance ID] --seats K</source>
        <translation>사용법: allot --node NODE [--performance ID] --seats K</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n seat(s) more</source>
        <translation>
            <numerusform>%1: 좌석 %n석 추가</numerusform>
        </translation>
    </message>
    <message>
        <source>At the hub: gives a terminal seats ahead, to sell without the network.</source>
        <translation>허브에서: 네트워크 없이도 팔 수 있도록 단말에 좌석을 미리 줍니다.</translation>
    </message>
    <message>
        <source>What the machine is called: “Kiosk 3”.</source>
        <translation>기기의 이름: “키오스크 3”.</translation>
    </message>
    <message>
        <source>kiosk or desk</source>
        <translation>kiosk 또는 desk</translation>
    </message>
    <message>
        <source>expected: enrol-code --name NAME [--kind kiosk|desk]</source>
        <translation>사용법: enrol-code --name NAME [--kind kiosk|desk]</translation>
    </message>
    <message>
        <source>For “%1”, once, within ten minutes:</source>
        <translation>“%1”용, 10분 안에 한 번만:</translation>
    </message>
    <message>
        <source>The hub&apos;s address: https://hub.example</source>
        <translation>허브의 주소: https://hub.example</translation>
    </message>
    <message>
        <source>As foyerctl enrol-code gave it at the hub.</source>
        <translation>허브에서 foyerctl enrol-code가 알려 준 코드.</translation>
    </message>
    <message>
        <source>expected: enrol --hub URL --code CODE</source>
        <translation>사용법: enrol --hub URL --code CODE</translation>
    </message>
    <message>
        <source>This machine is “%1” of the hub at %2.</source>
        <translation>이 기기는 이제 %2 허브의 “%1”입니다.</translation>
    </message>
    <message>
        <source>At the hub: a code that lets one machine in.</source>
        <translation>허브에서: 기기 한 대를 등록하는 코드를 만듭니다.</translation>
    </message>
    <message>
        <source>Makes this machine a terminal of a hub.</source>
        <translation>이 기기를 허브의 단말로 등록합니다.</translation>
    </message>
    <message>
        <source>One of the two; say it twice.</source>
        <translation>두 사람 중 한 명. 두 번 적으세요.</translation>
    </message>
    <message>
        <source>Their reason; say it twice, in the same order.</source>
        <translation>각자의 사유. 같은 순서로 두 번 적으세요.</translation>
    </message>
    <message>
        <source>expected: release NODE --staff A --why X --staff B --why Y, and both PINs on standard input, a line each</source>
        <translation>사용법: release NODE --staff A --why X --staff B --why Y, 두 비밀번호는 표준 입력에 한 줄씩</translation>
    </message>
    <message>
        <source>This is overbooking at the house&apos;s risk: the machine may have sold these seats, and nobody can know. Type both PINs, a line each.</source>
        <translation>극장이 위험을 지는 중복 판매입니다. 그 기기가 이 좌석을 이미 팔았을 수 있고, 아무도 알 수 없습니다. 두 비밀번호를 한 줄씩 입력하세요.</translation>
    </message>
    <message>
        <source>What “%1” held can be sold again.</source>
        <translation>“%1”이(가) 가지고 있던 좌석을 다시 팔 수 있습니다.</translation>
    </message>
    <message>
        <source>At the hub: ends a terminal&apos;s enrolment.</source>
        <translation>허브에서: 단말의 등록을 해지합니다.</translation>
    </message>
    <message>
        <source>At the hub: sells what a lost terminal held, at the house&apos;s risk.</source>
        <translation>허브에서: 잃어버린 단말이 가지고 있던 좌석을 극장 책임으로 다시 팝니다.</translation>
    </message>
    <message>
        <source>The hub can&apos;t be reached; selling what lies here.</source>
        <translation>허브에 연결할 수 없어, 이 기기에 있는 좌석을 팝니다.</translation>
    </message>
    <message>
        <source>The hub is lost; it will be told next time.</source>
        <translation>허브와 연결이 끊겼습니다. 다음에 알립니다.</translation>
    </message>
    <message>
        <source>The hub has everything, and this machine knows what the hub knows.</source>
        <translation>허브가 모두 받았고, 이 기기도 허브가 아는 것을 압니다.</translation>
    </message>
    <message>
        <source>“%1”, a terminal of the hub at %2</source>
        <translation>“%1”, %2 허브의 단말</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) can be sold here without the hub</source>
        <translation>
            <numerusform>허브 없이 여기서 팔 수 있는 좌석 %n석</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry (entries) not sent yet</source>
        <translation>
            <numerusform>아직 보내지 않은 기록 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>last heard of the hub: %1</source>
        <translation>허브에서 마지막으로 들은 때: %1</translation>
    </message>
    <message>
        <source>A house on its own.</source>
        <translation>허브 없이 혼자 판매하는 극장입니다.</translation>
    </message>
    <message numerus="yes">
        <source>A hub with %n terminal(s).</source>
        <translation>
            <numerusform>단말 %n대의 허브입니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>좌석 %n석</numerusform>
        </translation>
    </message>
    <message>
        <source>Agrees with the hub, now.</source>
        <translation>지금 허브와 내용을 맞춥니다.</translation>
    </message>
    <message>
        <source>What this machine is: hub, terminal, or a house on its own.</source>
        <translation>이 기기가 무엇인지: 허브, 단말, 또는 혼자 판매하는 극장.</translation>
    </message>
    <message>
        <source>a hub on another machine is reached by https</source>
        <translation>다른 기기에 있는 허브에는 https로 연결합니다</translation>
    </message>
    <message>
        <source>The hub gives nothing until every terminal has told what it holds; one that can&apos;t any more: foyerctl revoke, then release.</source>
        <translation>모든 단말이 무엇을 가졌는지 알릴 때까지 허브는 아무것도 주지 않습니다. 더는 알릴 수 없는 단말은 foyerctl revoke 다음 release 하세요.</translation>
    </message>
    <message>
        <source>At the hub: its database was put back from a backup.</source>
        <translation>허브에서: 데이터베이스를 백업에서 되돌렸습니다.</translation>
    </message>
    <message>
        <source>there is no “%1”</source>
        <translation>“%1”은(는) 없습니다</translation>
    </message>
    <message>
        <source>“%1” is no remedy; see foyerctl tasks</source>
        <translation>“%1”(이)라는 해결 방법은 없습니다. foyerctl tasks를 보세요</translation>
    </message>
    <message>
        <source>expected: tasks [TASK REMEDY]</source>
        <translation>사용법: tasks [TASK REMEDY]</translation>
    </message>
    <message>
        <source>At the hub: lists what only people can put right, or settles one of it.</source>
        <translation>허브에서: 사람만 바로잡을 수 있는 일을 보여 주거나, 그중 하나를 처리합니다.</translation>
    </message>
    <message>
        <source>--why is longer than %1 characters</source>
        <translation>--why가 %1자보다 깁니다</translation>
    </message>
    <message>
        <source>What sales are told apart by: performance, category, type, tender, hour, terminal or clerk.</source>
        <translation>무엇으로 구분할지: performance, category, type, tender, hour, terminal, clerk.</translation>
    </message>
    <message>
        <source>The first business day; today when not named.</source>
        <translation>첫 영업일. 지정하지 않으면 오늘입니다.</translation>
    </message>
    <message>
        <source>The last business day; the first when not named.</source>
        <translation>마지막 영업일. 지정하지 않으면 첫 영업일과 같습니다.</translation>
    </message>
    <message>
        <source>Writes a table for spreadsheets.</source>
        <translation>스프레드시트용 표를 파일로 씁니다.</translation>
    </message>
    <message>
        <source>“%1” is nothing that sales are told apart by</source>
        <translation>“%1”(으)로는 판매를 구분할 수 없습니다</translation>
    </message>
    <message>
        <source>--%1: “%2” isn&apos;t a day</source>
        <translation>--%1: “%2”은(는) 날짜가 아닙니다</translation>
    </message>
    <message>
        <source>Only this ticket: its code, or its seat as “sell” names it; row and number will do (“G 12”). May be said several times.</source>
        <translation>이 티켓만 환불합니다. 티켓 코드, 또는 “sell”이 말하는 좌석 이름을 쓰며 열과 번호만 써도 됩니다(“G 12”). 여러 번 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The sale was a mistake: all of it, and the journal says so.</source>
        <translation>잘못된 판매입니다. 주문 전체를 취소하고 기록에 그렇게 남깁니다.</translation>
    </message>
    <message>
        <source>%1 is void: %2.</source>
        <translation>%1 판매를 취소했습니다: %2.</translation>
    </message>
    <message>
        <source>%1 is refunded (%2): %3.</source>
        <translation>%1을(를) 환불했습니다(%2): %3.</translation>
    </message>
    <message>
        <source>--void is for the whole order; leave --seat out</source>
        <translation>--void는 주문 전체에 쓰입니다. --seat를 빼 주세요</translation>
    </message>
    <message>
        <source>%1 has no ticket “%2”</source>
        <translation>%1에는 “%2” 티켓이 없습니다</translation>
    </message>
    <message>
        <source>%1 has several tickets “%2”; say the section as well</source>
        <translation>%1에는 “%2” 티켓이 여러 장입니다. 구역도 써 주세요</translation>
    </message>
    <message>
        <source>Takes an order or some of its tickets back; a guest&apos;s money goes onto a code.</source>
        <translation>주문이나 그 일부 티켓을 환불합니다. 비회원의 돈은 환급 코드가 됩니다.</translation>
    </message>
    <message>
        <source>open: the cash in the drawer, in the currency&apos;s smallest unit.</source>
        <translation>open: 현금함의 준비금, 통화의 최소 단위로.</translation>
    </message>
    <message>
        <source>move: so much into the drawer.</source>
        <translation>move: 현금함에 넣는 금액.</translation>
    </message>
    <message>
        <source>move: so much out of it.</source>
        <translation>move: 현금함에서 꺼내는 금액.</translation>
    </message>
    <message>
        <source>close: a sum, or piles: 50000x3,1000x12.</source>
        <translation>close: 합계, 또는 권종별 개수: 50000x3,1000x12.</translation>
    </message>
    <message>
        <source>report: of a closed shift, again.</source>
        <translation>report: 마감한 정산서를 다시 봅니다.</translation>
    </message>
    <message>
        <source>Z report %1</source>
        <translation>마감 정산서 Z-%1</translation>
    </message>
    <message>
        <source>X report %1</source>
        <translation>중간 정산서 X-%1</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>seats</source>
        <translation>좌석</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>void</source>
        <translation>판매 취소</translation>
    </message>
    <message>
        <source>moved in the drawer</source>
        <translation>현금 입출금</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>현금</translation>
    </message>
    <message>
        <source>card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>expected in the drawer</source>
        <translation>장부상 현금</translation>
    </message>
    <message>
        <source>Cash and card are told once the drawer is counted.</source>
        <translation>현금과 카드 금액은 현금을 센 뒤에 표시됩니다.</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>실제 현금</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>orders the hub doesn&apos;t know</source>
        <translation>허브가 모르는 주문</translation>
    </message>
    <message>
        <source>--float is a whole number</source>
        <translation>--float는 0 이상의 정수입니다</translation>
    </message>
    <message>
        <source>Shift %1 is open with %2.</source>
        <translation>정산 %1을 %2으로 시작했습니다.</translation>
    </message>
    <message>
        <source>either --in or --out, and a whole number</source>
        <translation>--in이나 --out 중 하나와 0 이상의 정수가 필요합니다</translation>
    </message>
    <message>
        <source>%1 moved.</source>
        <translation>%1 입출금을 기록했습니다.</translation>
    </message>
    <message>
        <source>--counted is a whole number, or piles: 50000x3,1000x12</source>
        <translation>--counted는 0 이상의 정수이거나 권종별 개수입니다: 50000x3,1000x12</translation>
    </message>
    <message>
        <source>tender %1 of %2 has no answer yet; see foyerctl tenders</source>
        <translation>%2 거래 %1에 아직 답이 없습니다. foyerctl tenders를 보세요</translation>
    </message>
    <message>
        <source>expected: shift open, move, report or close</source>
        <translation>shift open, move, report, close 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>A counter&apos;s drawer, from its float to its count.</source>
        <translation>창구 현금함을 준비금부터 마감까지 다룹니다.</translation>
    </message>
    <message>
        <source>somebody has a code</source>
        <translation>코드 있음</translation>
    </message>
    <message>
        <source>nobody has a code</source>
        <translation>코드 없음</translation>
    </message>
    <message>
        <source>Tells what was sold in a span of business days, and what is owed on wallets; a hub, what its house sold.</source>
        <translation>영업일 기간의 판매와 지갑 미지급 잔액을 보여 줍니다. 허브에서는 공연장 전체의 판매입니다.</translation>
    </message>
    <message>
        <source>“%1” gets no rights any more. What it held is set aside until it says what it sold, or for foyerctl release.</source>
        <translation>“%1”에는 더 이상 좌석을 주지 않습니다. 가지고 있던 좌석은 판매 내역이 확인되거나 foyerctl release로 풀 때까지 따로 둡니다.</translation>
    </message>
    <message>
        <source>nothing was heard of the hub yet</source>
        <translation>아직 허브와 연결된 적이 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n set aside until it says what it sold</source>
        <translation>
            <numerusform>판매 내역 확인 전까지 보류 %n석</numerusform>
        </translation>
    </message>
    <message>
        <source>expected: staff list, staff add NAME --role clerk|supervisor|manager, staff pin NAME, or staff remove NAME</source>
        <translation>사용법: staff list, staff add 이름 --role clerk|supervisor|manager, staff pin 이름, staff remove 이름</translation>
    </message>
    <message>
        <source>“%1” may do nothing here any more; what they did keeps their name</source>
        <translation>이제 “%1” 님은 여기서 아무것도 할 수 없습니다. 지금까지 한 일에는 이름이 남습니다</translation>
    </message>
    <message>
        <source>Lists, adds or removes members of staff, or gives one a new PIN.</source>
        <translation>직원을 조회·추가·삭제하거나 새 비밀번호를 발급합니다.</translation>
    </message>
    <message>
        <source>this machine&apos;s enrolment has ended, and the hub has everything that was sold here; to sell again it has to be enrolled with a new code</source>
        <translation>이 단말의 등록이 해지되었고, 여기서 판매한 내역은 모두 허브에 있습니다. 다시 판매하려면 새 코드로 등록해 주세요</translation>
    </message>
</context>
<context>
    <name>foyer::DateRows</name>
    <message>
        <source>Sold out</source>
        <translation>매진</translation>
    </message>
    <message>
        <source>When</source>
        <translation>일시</translation>
    </message>
    <message>
        <source>What</source>
        <translation>공연</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>남은 좌석</translation>
    </message>
    <message>
        <source>From</source>
        <translation>최저가</translation>
    </message>
</context>
<context>
    <name>foyer::DatesScreen</name>
    <message>
        <source>When would you like to come?</source>
        <translation>언제 보시겠어요?</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>이전 달</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>다음 달</translation>
    </message>
    <message>
        <source>No dates can be booked just now</source>
        <translation>지금 예매할 수 있는 날짜가 없습니다</translation>
    </message>
    <message>
        <source>New dates appear here by themselves. Please ask at the desk.</source>
        <translation>새 일정은 자동으로 표시됩니다. 창구에 문의해 주세요.</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>잠시만 기다려 주세요</translation>
    </message>
    <message>
        <source>The dates are being read.</source>
        <translation>일정을 불러오고 있습니다.</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>a month as QLocale writes it: MMMM is its name, M its number</extracomment>
        <translation>yyyy년 M월</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>a day as QLocale writes it: dddd is the weekday, MMMM the month&apos;s name, M its number</extracomment>
        <translation>M월 d일 dddd</translation>
    </message>
    <message>
        <source>My tickets</source>
        <translation>내 예매 내역</translation>
    </message>
</context>
<context>
    <name>foyer::DeskWindow</name>
    <message>
        <source>All right</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Wallets</source>
        <translation>지갑</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>정산</translation>
    </message>
    <message>
        <source>House</source>
        <translation>공연장</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>보고</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>처리</translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation>누가 근무하나요?</translation>
    </message>
    <message>
        <source>Your name and PIN open the desk.</source>
        <translation>이름과 비밀번호를 입력하면 창구가 열립니다.</translation>
    </message>
    <message>
        <source>Orders that were put aside are kept.</source>
        <translation>보류한 주문은 그대로 있습니다.</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>창구 열기</translation>
    </message>
    <message>
        <source>Your PIN again, or that of somebody who may.</source>
        <translation>본인 또는 권한이 있는 직원의 비밀번호를 다시 입력해 주세요.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>잠금</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a page&apos;s name, %2 how much waits there</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>foyer::DigitsEntry</name>
    <message>
        <source>Erase</source>
        <extracomment>keypad: takes the last digit away</extracomment>
        <translation>지움</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
</context>
<context>
    <name>foyer::EnrolEntry</name>
    <message>
        <source>The hub&apos;s address</source>
        <translation>허브 주소</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>일회용 코드</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>keypad: takes the last character away</extracomment>
        <translation>지우기</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>A hub on another machine is reached by https only.</source>
        <translation>다른 기기의 허브에는 https로만 연결합니다.</translation>
    </message>
    <message>
        <source>This machine will ask %1</source>
        <extracomment>%1 is a web address</extracomment>
        <translation>%1에 등록을 요청합니다</translation>
    </message>
    <message>
        <source>Its name or IP address, and its port if it has one</source>
        <translation>허브의 이름이나 IP 주소, 있으면 포트까지</translation>
    </message>
</context>
<context>
    <name>foyer::EnrolScreen</name>
    <message>
        <source>Start anew</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Join the house</source>
        <translation>극장에 등록</translation>
    </message>
    <message>
        <source>New PINs. They are only shown now; please write them down.</source>
        <translation>새 비밀번호입니다. 지금만 표시되니 적어 두세요.</translation>
    </message>
    <message>
        <source>Something is being paid at this machine, or isn&apos;t settled yet. Nothing was changed. Please settle it first (foyerctl tenders), then try again.</source>
        <translation>이 기기에서 결제 중이거나 아직 정산되지 않은 결제가 있습니다. 바뀐 것은 없습니다. 먼저 정산한 뒤(foyerctl tenders) 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>This machine was enrolled by something else meanwhile. Please try again with a new code.</source>
        <translation>그사이 다른 프로그램이 이 기기를 등록했습니다. 새 코드로 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>Join a house</source>
        <translation>이 기기를 극장에 등록</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>중지하는 중…</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>허브에 요청하는 중…</translation>
    </message>
    <message>
        <source>%1 may take %2 to answer.</source>
        <extracomment>%1 is a web address, %2 a duration, such as 12 seconds</extracomment>
        <translation>%1의 응답을 기다립니다. 최대 %2 걸립니다.</translation>
    </message>
    <message>
        <source>This machine is “%1” now</source>
        <extracomment>%1 is a machine&apos;s name, such as Kiosk 3</extracomment>
        <translation>이제 이 기기는 “%1”입니다</translation>
    </message>
    <message>
        <source>No earlier PIN fits any more. Whoever isn&apos;t on this list gets a new one with foyerctl staff pin NAME.</source>
        <extracomment>foyerctl staff pin NAME is a command: leave it, but for NAME</extracomment>
        <translation>이전 비밀번호는 더 이상 맞지 않습니다. 목록에 없는 직원은 foyerctl staff pin NAME으로 새 비밀번호를 받습니다.</translation>
    </message>
    <message>
        <source>No earlier PIN fits any more, and new ones couldn&apos;t be made: foyerctl staff pin NAME makes them.</source>
        <translation>이전 비밀번호는 더 이상 맞지 않으며 새 비밀번호를 만들지 못했습니다. foyerctl staff pin NAME으로 만들어 주세요.</translation>
    </message>
    <message>
        <source>At the hub, foyerctl enrol-code --name &quot;Kiosk 3&quot; makes a code. It lets one machine in, within ten minutes.</source>
        <translation>허브에서 foyerctl enrol-code --name &quot;Kiosk 3&quot;으로 코드를 만들어 주세요. 10분 안에 기기 한 대만 등록할 수 있습니다.</translation>
    </message>
    <message>
        <source>No hub answers at %1. Nothing was changed. Please check the address and the network.</source>
        <translation>%1에서 응답하는 허브가 없습니다. 바뀐 것은 없습니다. 주소와 네트워크를 확인해 주세요.</translation>
    </message>
    <message>
        <source>Its hub is at %1. The program starts anew now and takes the programme from there.</source>
        <translation>허브는 %1입니다. 이제 프로그램을 다시 시작하고 허브에서 공연 일정을 받습니다.</translation>
    </message>
</context>
<context>
    <name>foyer::FarewellScreen</name>
    <message>
        <source>I have kept the code</source>
        <translation>코드를 보관했습니다</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>마치기</translation>
    </message>
    <message>
        <source>Your balance is on its way back</source>
        <translation>잔액을 돌려드리고 있습니다</translation>
    </message>
    <message>
        <source>Please hold or insert the card that it shall go to.</source>
        <translation>돌려받으실 카드를 대거나 꽂아 주세요.</translation>
    </message>
    <message>
        <source>Please wait for your money and take it.</source>
        <translation>잠시 기다리신 뒤 돈을 받아 주세요.</translation>
    </message>
    <message>
        <source>Your money is back with you</source>
        <translation>돈을 돌려드렸습니다</translation>
    </message>
    <message>
        <source>Thank you for your visit.</source>
        <translation>이용해 주셔서 감사합니다.</translation>
    </message>
    <message>
        <source>Please keep this code</source>
        <translation>이 코드를 보관해 주세요</translation>
    </message>
    <message>
        <source>It is worth %1. Write it down or photograph it and show it at the desk; whoever shows it is paid.</source>
        <translation>%1을 돌려받을 수 있는 코드입니다. 적거나 사진을 찍어 창구에 보여 주세요. 코드를 보여 주는 분께 드립니다.</translation>
    </message>
</context>
<context>
    <name>foyer::FigureWords</name>
    <message>
        <source>Performance</source>
        <translation>공연</translation>
    </message>
    <message>
        <source>Category</source>
        <comment>of seats</comment>
        <translation>등급</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>권종</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>결제 수단</translation>
    </message>
    <message>
        <source>Hour</source>
        <comment>of the day</comment>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>단말</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>어제</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>이번 주</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>기간 지정</translation>
    </message>
    <message>
        <source>Balance</source>
        <comment>what was in the wallet before</comment>
        <translation>지갑 잔액</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>결제 없음</translation>
    </message>
    <message>
        <source>Nobody, self-service</source>
        <translation>무인 판매</translation>
    </message>
    <message>
        <source>Part refunds, not told apart</source>
        <translation>부분 환불(구분 불가)</translation>
    </message>
    <message>
        <source>Refunds of orders sold elsewhere</source>
        <translation>다른 단말 주문의 환불</translation>
    </message>
    <message>
        <source>Orders</source>
        <comment>how many</comment>
        <translation>주문</translation>
    </message>
    <message>
        <source>Seats</source>
        <comment>how many were sold</comment>
        <translation>좌석</translation>
    </message>
    <message>
        <source>Free</source>
        <comment>seats given away</comment>
        <translation>무료</translation>
    </message>
    <message>
        <source>Sold</source>
        <comment>an amount</comment>
        <translation>판매</translation>
    </message>
    <message>
        <source>Refunded</source>
        <comment>an amount</comment>
        <translation>환불</translation>
    </message>
    <message>
        <source>Net</source>
        <comment>sold without refunded</comment>
        <translation>순매출</translation>
    </message>
    <message>
        <source>Tax within</source>
        <translation>포함 세액</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <extracomment>A day as QLocale writes it: ddd is the weekday, MMM the month&apos;s name, M its number.</extracomment>
        <translation>yyyy년 M월 d일 (ddd)</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>M월 d일 (ddd)</translation>
    </message>
    <message>
        <source>Owed on wallets, now</source>
        <translation>지갑 미지급 잔액, 현재</translation>
    </message>
    <message>
        <source>Owed on wallets, %1</source>
        <extracomment>%1 is a moment: the end of a business day</extracomment>
        <translation>지갑 미지급 잔액, %1</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>회원</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>비회원</translation>
    </message>
    <message>
        <source>Guests and claim codes</source>
        <translation>비회원과 환급 코드</translation>
    </message>
    <message>
        <source>Asked of a device, not answered</source>
        <translation>기기 응답 대기 중인 지급</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>그 밖의 전부</translation>
    </message>
    <message>
        <source>Whole house</source>
        <translation>공연장 전체</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>이 기기</translation>
    </message>
    <message>
        <source>Not heard from now, what they sell may be missing: %1</source>
        <extracomment>%1: names of machines</extracomment>
        <translation>지금 연결되지 않아 판매가 빠졌을 수 있는 기기: %1</translation>
    </message>
    <message>
        <source>Guests&apos; money not fetched yet</source>
        <translation>찾아가지 않은 비회원 금액</translation>
    </message>
</context>
<context>
    <name>foyer::FiguresDocument</name>
    <message>
        <source>Figures: %1</source>
        <translation>판매 보고: %1</translation>
    </message>
    <message>
        <source>Whenever it was sold</source>
        <translation>판매 시점 전체</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>%1 기준</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>%2쪽 중 %1쪽</translation>
    </message>
</context>
<context>
    <name>foyer::FiguresPage</name>
    <message>
        <source>Saved: %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>Whenever it was sold · Alt 1: of today</source>
        <translation>판매 시점 전체 · Alt 1: 오늘 보고로</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>판매 보고</translation>
    </message>
    <message>
        <source>A day looks like 2026-11-25, and the last isn&apos;t before the first.</source>
        <translation>날짜는 2026-11-25 형식이며, 끝 날짜는 시작 날짜보다 앞설 수 없습니다.</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>시작 날짜</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>끝 날짜</translation>
    </message>
    <message>
        <source>Net, as bars</source>
        <translation>순매출 막대 차트</translation>
    </message>
    <message>
        <source>With a supervisor&apos;s PIN</source>
        <translation>책임자 비밀번호로 보기</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>잠시만 기다려 주세요 …</translation>
    </message>
    <message>
        <source>Nothing was sold or given back in these days.</source>
        <translation>이 기간에는 판매나 환불이 없습니다.</translation>
    </message>
    <message>
        <source>Reading: %1 %</source>
        <translation>읽는 중: %1 %</translation>
    </message>
    <message>
        <source>Table as CSV</source>
        <translation>CSV 저장</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Page as PDF</source>
        <translation>PDF 저장</translation>
    </message>
    <message>
        <source>The hub can&apos;t be reached. Alt 6 shows what this machine sold.</source>
        <translation>허브에 연결할 수 없습니다. Alt 6을 누르면 이 기기의 판매를 봅니다.</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>보고</translation>
    </message>
    <message>
        <source>Reports are for supervisors.</source>
        <translation>보고는 책임자만 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Shows %1 of %2</source>
        <extracomment>of the bars in a chart</extracomment>
        <translation>%2개 중 %1개 표시</translation>
    </message>
</context>
<context>
    <name>foyer::FindPage</name>
    <message>
        <source>Find an order</source>
        <translation>주문 찾기</translation>
    </message>
    <message>
        <source>↑ ↓ choose · ↵ its tickets · Esc back</source>
        <translation>↑ ↓ 선택 · ↵ 티켓 보기 · Esc 뒤로</translation>
    </message>
    <message>
        <source>Name, last four digits, order, seat, or scan a ticket</source>
        <translation>이름, 전화번호 끝 네 자리, 주문 번호, 좌석 또는 티켓 스캔</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문 목록</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>찾은 주문이 없습니다</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1건 이상</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>허브에 묻는 중…</translation>
    </message>
    <message>
        <source>The hub is away: orders of other machines are found when it answers.</source>
        <translation>허브와 연결이 끊겼습니다. 다른 기기의 주문은 다시 연결되면 찾을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>foyer::HoldTime</name>
    <message>
        <source>Held for %1</source>
        <extracomment>How long the chosen seats are kept for this customer: &quot;Held for 3:54&quot;.</extracomment>
        <translation>%1 동안 보관</translation>
    </message>
    <message>
        <source>Hold longer</source>
        <translation>더 보관하기</translation>
    </message>
</context>
<context>
    <name>foyer::HubProgram</name>
    <message>
        <source>Gives a house&apos;s terminals the right to sell its seats.</source>
        <translation>극장의 단말들에 좌석을 팔 권한을 줍니다.</translation>
    </message>
    <message>
        <source>Data folder.</source>
        <translation>데이터 폴더.</translation>
    </message>
    <message>
        <source>Address and port.</source>
        <translation>주소와 포트.</translation>
    </message>
    <message>
        <source>A proxy that does TLS and limits stands in front: listen beyond this machine.</source>
        <translation>TLS와 제한을 맡는 프록시가 앞에 있을 때: 이 기기 밖에서도 접속을 받습니다.</translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation>알 수 없는 인수: %1</translation>
    </message>
    <message>
        <source>--listen takes ADDRESS:PORT, such as 127.0.0.1:8470.</source>
        <translation>--listen에는 127.0.0.1:8470처럼 주소:포트를 적습니다.</translation>
    </message>
    <message>
        <source>%1 can be reached from other machines. Put a proxy with TLS in front and say --behind-proxy, or listen on 127.0.0.1.</source>
        <translation>%1은(는) 다른 기기에서 접속할 수 있습니다. TLS 프록시를 앞에 두고 --behind-proxy를 쓰거나, 127.0.0.1에서 받으세요.</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>%1에서 접속을 받습니다</translation>
    </message>
</context>
<context>
    <name>foyer::HubWords</name>
    <message>
        <source>Online since %1</source>
        <translation>%1부터 온라인</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>%1부터 오프라인</translation>
    </message>
    <message>
        <source>The hub has ended this enrolment</source>
        <translation>허브가 이 기기의 등록을 끝냈습니다</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>받은 데이터 없음</translation>
    </message>
    <message>
        <source>data less than a minute old</source>
        <translation>데이터 1분 미만 경과</translation>
    </message>
    <message>
        <source>data %1 old</source>
        <extracomment>%1 is a duration, such as 5 minutes</extracomment>
        <translation>데이터 %1 경과</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>온라인</translation>
    </message>
    <message>
        <source>Nothing can be sold here any more</source>
        <translation>이 화면에서는 더 이상 판매하지 않습니다</translation>
    </message>
    <message numerus="yes">
        <source>Offline since %1: %n seat(s) can be sold here</source>
        <extracomment>%1 is a time, such as 14:05</extracomment>
        <translation>
            <numerusform>%1부터 오프라인: 여기서 %n석을 살 수 있습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry (entries) waiting</source>
        <translation>
            <numerusform>전송 대기 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing waiting</source>
        <translation>전송 대기 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) without the hub</source>
        <translation>
            <numerusform>허브 없이 %n석 판매 가능</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::KioskWindow</name>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>좌석</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>티켓</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>아직 이용 중이신가요?</translation>
    </message>
    <message>
        <source>This screen starts over in %1.</source>
        <translation>%1 후에 처음 화면으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>계속 이용하기</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>the button that switches to the other language, in that language</extracomment>
        <translation>이전</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>직원 호출</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속하기</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>글자·화면</translation>
    </message>
    <message>
        <source>Take %1 (same price)</source>
        <extracomment>a seat of the same price</extracomment>
        <translation>%1으로 바꾸기 (같은 가격)</translation>
    </message>
    <message>
        <source>Choose myself</source>
        <translation>직접 고르기</translation>
    </message>
</context>
<context>
    <name>foyer::MovementRows</name>
    <message>
        <source>When</source>
        <translation>일시</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>잔액</translation>
    </message>
</context>
<context>
    <name>foyer::OfferWords</name>
    <message numerus="yes">
        <source>On sale · %n seat(s)</source>
        <translation>
            <numerusform>예매 가능 · %n석</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Few left · %n seat(s)</source>
        <translation>
            <numerusform>매진 임박 · %n석</numerusform>
        </translation>
    </message>
    <message>
        <source>Opens %1</source>
        <extracomment>%1 is a day and a time</extracomment>
        <translation>%1 예매 시작</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>매진</translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>%1 is the lowest price: &quot;from ₩30,000&quot;</extracomment>
        <translation>%1부터</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) left</source>
        <translation>
            <numerusform>남은 좌석 %n석</numerusform>
        </translation>
    </message>
    <message>
        <source>Starts in %1</source>
        <extracomment>%1 is a time span: &quot;6 minutes&quot;</extracomment>
        <translation>%1 후 시작</translation>
    </message>
    <message>
        <source>Has started</source>
        <translation>공연 시작됨</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <extracomment>%1 is a time</extracomment>
        <translation>오늘 %1</translation>
    </message>
    <message>
        <source>Tomorrow, %1</source>
        <translation>내일 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <extracomment>the length of a show</extracomment>
        <translation>
            <numerusform>%n분</numerusform>
        </translation>
    </message>
    <message>
        <source>from age %1</source>
        <extracomment>an age rating: nobody younger is let in</extracomment>
        <translation>%1세 이상</translation>
    </message>
    <message numerus="yes">
        <source>On sale here · %n seat(s)</source>
        <translation>
            <numerusform>여기서 판매 중 · %n석</numerusform>
        </translation>
    </message>
    <message>
        <source>Not available here now</source>
        <translation>지금 여기서는 팔 수 없음</translation>
    </message>
</context>
<context>
    <name>foyer::Options</name>
    <message>
        <source>Unexpected argument: %1</source>
        <translation>알 수 없는 인자: %1</translation>
    </message>
    <message>
        <source>--size takes WIDTHxHEIGHT, each from 640 to 8000.</source>
        <translation>--size에는 너비x높이를 적습니다. 각각 640에서 8000까지입니다.</translation>
    </message>
    <message>
        <source>--theme takes dark, light or contrast.</source>
        <translation>--theme에는 dark, light, contrast 가운데 하나를 적습니다.</translation>
    </message>
    <message>
        <source>--text takes a number from 100 to 200.</source>
        <translation>--text에는 100에서 200까지의 수를 적습니다.</translation>
    </message>
    <message>
        <source>--locale takes ko or en.</source>
        <translation>--locale에는 ko나 en을 적습니다.</translation>
    </message>
    <message>
        <source>Sells numbered seats to one customer at a time.</source>
        <translation>한 번에 한 고객에게 지정석을 판매합니다.</translation>
    </message>
    <message>
        <source>Data folder.</source>
        <translation>데이터 폴더.</translation>
    </message>
    <message>
        <source>Goes through a whole purchase by itself and saves each step as a picture in DIR.</source>
        <translation>예매 전체를 스스로 진행하고 각 단계를 DIR에 그림으로 저장합니다.</translation>
    </message>
    <message>
        <source>Size of the window on a tour.</source>
        <translation>둘러보기 창의 크기.</translation>
    </message>
    <message>
        <source>Language that every visit starts in: ko or en.</source>
        <translation>매 방문이 시작되는 언어: ko 또는 en.</translation>
    </message>
    <message>
        <source>dark, light or contrast.</source>
        <translation>dark, light 또는 contrast.</translation>
    </message>
    <message>
        <source>Text size in percent, 100 to 200.</source>
        <translation>글자 크기(퍼센트), 100에서 200까지.</translation>
    </message>
    <message>
        <source>The box office: sells, finds, refunds and counts at a counter.</source>
        <translation>매표 창구: 판매, 조회, 환불, 정산을 합니다.</translation>
    </message>
    <message>
        <source>Works through a day at the desk by itself and saves each page as a picture in DIR.</source>
        <translation>창구의 하루를 스스로 진행하며 각 화면을 DIR에 그림으로 저장합니다.</translation>
    </message>
    <message>
        <source>There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set. QT_QPA_PLATFORM names another way to show windows (eglfs, linuxfb, vnc); --tour DIR needs none.</source>
        <translation>여기에는 화면이 없습니다. DISPLAY와 WAYLAND_DISPLAY가 모두 설정되어 있지 않습니다. QT_QPA_PLATFORM으로 다른 표시 방식(eglfs, linuxfb, vnc)을 지정할 수 있으며, --tour DIR에는 화면이 필요하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>foyer::OrderPanel</name>
    <message>
        <source>No order is open</source>
        <translation>선택한 주문이 없습니다</translation>
    </message>
    <message>
        <source>Type a name, digits, an order or a seat, or scan a ticket.</source>
        <translation>이름, 번호, 주문 또는 좌석을 입력하거나 티켓을 스캔하세요.</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>다시 인쇄</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Exchange…</source>
        <translation>교환…</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>판매 취소</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>What was done with it</source>
        <translation>처리 내역</translation>
    </message>
    <message>
        <source>Tickets; Space chooses one</source>
        <translation>티켓 목록, 스페이스로 선택</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n석</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid from the wallet</source>
        <translation>지갑으로 결제</translation>
    </message>
    <message>
        <source>Another machine sold this order, and the hub doesn&apos;t answer right now. Nothing was changed.</source>
        <translation>다른 기기에서 판매한 주문인데 지금 허브가 응답하지 않습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Sold at %1</source>
        <translation>%1에서 판매</translation>
    </message>
    <message>
        <source>The device doesn&apos;t say what happened. It is asked again.</source>
        <translation>단말기가 결과를 알려 주지 않아 다시 확인하고 있습니다.</translation>
    </message>
    <message>
        <source>%1 of order %2 is paid for the code %3</source>
        <translation>주문 %2의 %1 환급 코드: %3</translation>
    </message>
</context>
<context>
    <name>foyer::OrderRows</name>
    <message>
        <source>%1 and %2 more</source>
        <extracomment>%1 is a seat, %2 how many more</extracomment>
        <translation>%1 외 %2석</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>예매자</translation>
    </message>
    <message>
        <source>When</source>
        <translation>일시</translation>
    </message>
    <message>
        <source>What</source>
        <translation>공연</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>좌석</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Sold at</source>
        <translation>판매처</translation>
    </message>
</context>
<context>
    <name>foyer::OrderWords</name>
    <message>
        <source>Member</source>
        <translation>회원</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>Printed again: copy %1</source>
        <translation>다시 인쇄: %1번째 사본</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>판매 취소</translation>
    </message>
    <message>
        <source>Name or number changed</source>
        <translation>이름 또는 번호 변경</translation>
    </message>
    <message>
        <source>By the customer</source>
        <translation>고객이 직접</translation>
    </message>
</context>
<context>
    <name>foyer::OutOfServiceScreen</name>
    <message>
        <source>Out of service</source>
        <translation>사용 중지</translation>
    </message>
    <message>
        <source>Please use another kiosk, or come to the box office.</source>
        <translation>다른 키오스크나 매표소를 이용해 주세요.</translation>
    </message>
</context>
<context>
    <name>foyer::PinForm</name>
    <message>
        <source>Nobody of the staff who may do this is known here.</source>
        <translation>여기에는 이 일을 할 수 있는 직원이 등록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Up and down choose the name.</source>
        <translation>위아래 키로 이름을 고릅니다.</translation>
    </message>
    <message>
        <source>PIN</source>
        <extracomment>%1 is a member of staff&apos;s name</extracomment>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>%1 님의 비밀번호</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>사유</translation>
    </message>
</context>
<context>
    <name>foyer::QueueRows</name>
    <message>
        <source>waits, with a slip</source>
        <translation>대기 중 (대기표)</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>called, not there yet</source>
        <translation>호출됨, 아직 안 옴</translation>
    </message>
    <message>
        <source>is served</source>
        <translation>이용 중</translation>
    </message>
    <message>
        <source>called, didn&apos;t come</source>
        <translation>호출됨, 오지 않음</translation>
    </message>
    <message>
        <source>here</source>
        <translation>이 기기</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Came at</source>
        <translation>접수 시각</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
</context>
<context>
    <name>foyer::QueueScreen</name>
    <message>
        <source>Leave with the slip</source>
        <translation>대기표 들고 나가기</translation>
    </message>
    <message>
        <source>Wait here instead</source>
        <translation>여기서 기다리기</translation>
    </message>
    <message>
        <source>Wait elsewhere with a slip</source>
        <translation>대기표 받고 다른 곳에서 기다리기</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>내 대기번호</translation>
    </message>
    <message>
        <source>Ahead of you</source>
        <translation>내 앞에</translation>
    </message>
    <message>
        <source>Estimated wait</source>
        <translation>예상 대기</translation>
    </message>
    <message>
        <source>When it is your turn, this screen changes and you hear a sound. With a slip you may walk about and keep your place.</source>
        <translation>차례가 되면 화면이 바뀌고 소리로 알려 드립니다. 대기표가 있으면 자리를 비우셔도 순서는 그대로입니다.</translation>
    </message>
    <message>
        <source>Your slip</source>
        <translation>대기표</translation>
    </message>
    <message>
        <source>Take a photo of it now. When your number is called, hold its code to the scanner of any screen.</source>
        <translation>지금 사진을 찍어 두세요. 번호가 불리면 아무 화면의 스캐너에 코드를 대 주세요.</translation>
    </message>
    <message>
        <source>Slip with your number and a code</source>
        <translation>대기번호와 코드가 있는 대기표</translation>
    </message>
    <message numerus="yes">
        <source>%n person (people)</source>
        <translation>
            <numerusform>%n명</numerusform>
        </translation>
    </message>
    <message>
        <source>not known yet</source>
        <extracomment>instead of an estimated wait</extracomment>
        <translation>아직 알 수 없음</translation>
    </message>
</context>
<context>
    <name>foyer::ReceiptDocument</name>
    <message>
        <source>Receipt, refunded</source>
        <translation>영수증 (환불)</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>영수증</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>재발행 · %1번째</translation>
    </message>
    <message>
        <source>Business no. %1</source>
        <translation>사업자등록번호 %1</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>결제 일시</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Paid from your balance</source>
        <translation>잔액 결제</translation>
    </message>
    <message>
        <source>This receipt is no ticket. Please show your ticket at the door.</source>
        <translation>이 영수증은 티켓이 아닙니다. 입장 시 티켓을 보여 주세요.</translation>
    </message>
    <message>
        <source>Before tax</source>
        <translation>공급가액</translation>
    </message>
    <message>
        <source>Tax contained</source>
        <translation>부가세</translation>
    </message>
</context>
<context>
    <name>foyer::RefundEntry</name>
    <message>
        <source>Give back %1</source>
        <translation>환불: %1</translation>
    </message>
    <message>
        <source>To the wallet</source>
        <translation>지갑으로</translation>
    </message>
    <message>
        <source>A code</source>
        <translation>환급 코드</translation>
    </message>
    <message>
        <source>In cash</source>
        <translation>현금으로</translation>
    </message>
    <message>
        <source>To the card</source>
        <translation>카드로</translation>
    </message>
</context>
<context>
    <name>foyer::RegisterScreen</name>
    <message>
        <source>Become a member</source>
        <translation>회원 가입</translation>
    </message>
    <message>
        <source>Your number is kept only as a code from which nobody can read it back.</source>
        <translation>번호는 되돌려 읽을 수 없는 코드로만 보관합니다.</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>휴대전화 번호</translation>
    </message>
    <message>
        <source>The same number again</source>
        <translation>같은 번호 다시</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>새 비밀번호</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>같은 비밀번호 다시</translation>
    </message>
    <message>
        <source>The two numbers weren&apos;t the same. Please type your number anew.</source>
        <translation>두 번호가 서로 다릅니다. 번호를 처음부터 다시 눌러 주세요.</translation>
    </message>
    <message>
        <source>The two PINs weren&apos;t the same. Please choose your PIN anew.</source>
        <translation>두 비밀번호가 서로 다릅니다. 비밀번호를 다시 정해 주세요.</translation>
    </message>
    <message>
        <source>First your mobile number. You sign in with it next time.</source>
        <translation>먼저 휴대전화 번호를 눌러 주세요. 다음부터 이 번호로 로그인합니다.</translation>
    </message>
    <message>
        <source>Please type it once more, so that no digit is wrong.</source>
        <translation>틀린 숫자가 없도록 한 번 더 눌러 주세요.</translation>
    </message>
    <message>
        <source>Now choose a PIN of 4 to 8 digits that only you know.</source>
        <translation>이제 본인만 아는 숫자 4~8자리 비밀번호를 정해 주세요.</translation>
    </message>
    <message>
        <source>Please type the PIN once more, and you are done.</source>
        <translation>비밀번호를 한 번 더 누르면 끝납니다.</translation>
    </message>
</context>
<context>
    <name>foyer::SaleOrder</name>
    <message>
        <source>Card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>보류</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Give away</source>
        <translation>초대권</translation>
    </message>
    <message>
        <source>Not for sale</source>
        <translation>판매 제외</translation>
    </message>
    <message>
        <source>VAT included</source>
        <translation>부가세 포함</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Take tickets back</source>
        <translation>티켓 회수</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>현금</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n석</numerusform>
        </translation>
    </message>
    <message>
        <source>Release</source>
        <translation>해제</translation>
    </message>
    <message>
        <source>kept for %1</source>
        <translation>보관 %1</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>판매 완료</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>No shift is open.</source>
        <translation>열린 근무가 없습니다.</translation>
    </message>
    <message>
        <source>Count the float and open one with F4.</source>
        <translation>준비금을 세고 F4에서 근무를 여세요.</translation>
    </message>
    <message>
        <source>The device doesn&apos;t say what happened. It is asked again.</source>
        <translation>단말기가 결과를 알려 주지 않아 다시 확인하고 있습니다.</translation>
    </message>
    <message>
        <source>%1 couldn&apos;t be given back. The customer&apos;s code: %2</source>
        <translation>%1을 돌려주지 못했습니다. 고객 코드: %2</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>거스름돈 %1</translation>
    </message>
    <message>
        <source>Order %1. The tickets are printed.</source>
        <translation>주문 %1. 티켓을 인쇄합니다.</translation>
    </message>
    <message>
        <source>Instead of tickets of %1: %2 comes off</source>
        <extracomment>%1 is an order&apos;s number, %2 an amount</extracomment>
        <translation>%1의 티켓 교환: %2 차감</translation>
    </message>
    <message>
        <source>Type how many and which: 2, 2 S, 4 A aisle, or seats: G12-14.</source>
        <translation>매수와 등급을 입력하세요: 2, 2 S, 4 A 통로. 좌석을 직접 입력해도 됩니다: G12-14.</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>남은 금액</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>다음 고객</translation>
    </message>
    <message>
        <source>%1 is paid already</source>
        <translation>이미 받은 금액 %1</translation>
    </message>
</context>
<context>
    <name>foyer::SeatBasket</name>
    <message numerus="yes">
        <source>Tap a section to go closer, then a free seat to keep it for you. Up to %n seat(s).</source>
        <translation>
            <numerusform>구역을 눌러 가까이 본 뒤 원하는 좌석을 눌러 주세요. 최대 %n석까지 고를 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Give up %1</source>
        <translation>%1 선택 취소</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n석</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::SeatFinder</name>
    <message>
        <source>Seats</source>
        <translation>좌석</translation>
    </message>
    <message>
        <source>One seat fewer</source>
        <translation>한 자리 줄이기</translation>
    </message>
    <message>
        <source>One seat more</source>
        <translation>한 자리 늘리기</translation>
    </message>
    <message>
        <source>Wheelchair places among them</source>
        <translation>그중 휠체어석</translation>
    </message>
    <message>
        <source>One wheelchair place fewer</source>
        <translation>휠체어석 하나 줄이기</translation>
    </message>
    <message>
        <source>One wheelchair place more</source>
        <translation>휠체어석 하나 늘리기</translation>
    </message>
    <message>
        <source>One of us on the aisle</source>
        <translation>한 명은 통로 쪽</translation>
    </message>
    <message>
        <source>There are no such seats left. Please ask for fewer seats, or for another price.</source>
        <translation>그런 좌석이 남아 있지 않습니다. 인원을 줄이거나 가격을 바꿔 보세요.</translation>
    </message>
    <message>
        <source>Any price</source>
        <extracomment>at most so much for a seat</extracomment>
        <translation>가격 상관없음</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>%1 이하</translation>
    </message>
    <message>
        <source>The best seat left</source>
        <translation>남은 좌석 중 가장 좋은 자리</translation>
    </message>
    <message>
        <source>The best seats left side by side</source>
        <translation>나란히 앉는 가장 좋은 자리</translation>
    </message>
    <message>
        <source>On the aisle</source>
        <translation>통로 쪽 자리</translation>
    </message>
    <message>
        <source>In another section</source>
        <translation>다른 구역의 자리</translation>
    </message>
    <message>
        <source>Somewhere else</source>
        <translation>다른 위치의 자리</translation>
    </message>
    <message>
        <source>Close together, though not all side by side</source>
        <translation>나란히는 아니지만 가까운 자리</translation>
    </message>
    <message>
        <source>Up to three companions can sit beside each wheelchair place.</source>
        <translation>휠체어석마다 동반자는 세 분까지 곁에 앉을 수 있습니다.</translation>
    </message>
    <message>
        <source>The best wheelchair place left</source>
        <translation>남은 휠체어석 중 가장 좋은 자리</translation>
    </message>
    <message>
        <source>The best wheelchair place left, companions beside it</source>
        <translation>남은 휠체어석 중 가장 좋은 자리, 동반석은 바로 옆</translation>
    </message>
    <message>
        <source>In another price category</source>
        <translation>다른 등급</translation>
    </message>
</context>
<context>
    <name>foyer::SeatList</name>
    <message>
        <source>Back in the list</source>
        <translation>목록에서 뒤로</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Section %1</source>
        <translation>%1구역</translation>
    </message>
    <message>
        <source>A row without a name</source>
        <translation>이름 없는 열</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) left</source>
        <translation>
            <numerusform>%n석 남음</numerusform>
        </translation>
    </message>
    <message>
        <source>None left</source>
        <translation>남은 좌석 없음</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>구역</translation>
    </message>
</context>
<context>
    <name>foyer::SeatsScreen</name>
    <message>
        <source>The seats can&apos;t be shown now.</source>
        <translation>지금은 좌석을 보여드릴 수 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Continue with %n seat(s)</source>
        <translation>
            <numerusform>%n석 예매하기</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a seat</source>
        <translation>좌석을 골라 주세요</translation>
    </message>
    <message>
        <source>Seat map</source>
        <translation>좌석 배치도</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Whole hall</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>One moment, the seats are on their way…</source>
        <translation>좌석을 불러오고 있습니다…</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) left</source>
        <translation>
            <numerusform>%n석 남음</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose myself</source>
        <translation>직접 고르기</translation>
    </message>
    <message>
        <source>Choose for us</source>
        <translation>좋은 자리 추천</translation>
    </message>
    <message>
        <source>Show the seats as a map</source>
        <translation>좌석을 배치도로 보기</translation>
    </message>
    <message>
        <source>Show the seats as a list</source>
        <translation>좌석을 목록으로 보기</translation>
    </message>
</context>
<context>
    <name>foyer::SellPage</name>
    <message>
        <source>There are none: %1</source>
        <translation>해당 좌석이 없습니다: %1</translation>
    </message>
    <message>
        <source>Which date?</source>
        <translation>어느 날짜인가요?</translation>
    </message>
    <message>
        <source>Ctrl D goes back to the hall</source>
        <translation>Ctrl D: 좌석으로 돌아가기</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) left</source>
        <translation>
            <numerusform>%n석 남음</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl D: another date</source>
        <translation>Ctrl D: 다른 날짜</translation>
    </message>
    <message>
        <source>Seat map</source>
        <translation>좌석 배치도</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Whole hall</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>Title, house or day</source>
        <translation>제목, 장소 또는 날짜</translation>
    </message>
    <message>
        <source>2 S, or seats: G12-14</source>
        <translation>2 S, 또는 좌석: G12-14</translation>
    </message>
    <message>
        <source>Find a date</source>
        <translation>날짜 찾기</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>좌석</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) by name</source>
        <translation>
            <numerusform>지정한 %n석</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %n best seat(s)</source>
        <translation>
            <numerusform>가장 좋은 %n석</numerusform>
        </translation>
    </message>
    <message>
        <source>on the aisle</source>
        <translation>통로 쪽</translation>
    </message>
    <message>
        <source>What is “%1”?</source>
        <extracomment>%1 is a word that somebody typed</extracomment>
        <translation>‘%1’을(를) 이해하지 못했습니다</translation>
    </message>
</context>
<context>
    <name>foyer::ShiftDocument</name>
    <message>
        <source>Z report %1</source>
        <extracomment>A closed drawer&apos;s report, and of an open one; %1 counts the drawers.</extracomment>
        <translation>마감 정산서 Z-%1</translation>
    </message>
    <message>
        <source>X report %1</source>
        <translation>중간 정산서 X-%1</translation>
    </message>
    <message>
        <source>The drawer is counted and closed.</source>
        <translation>현금을 세고 마감했습니다.</translation>
    </message>
    <message>
        <source>So far; the drawer is open.</source>
        <translation>지금까지의 집계이며 마감 전입니다.</translation>
    </message>
    <message>
        <source>Business no. %1</source>
        <translation>사업자등록번호 %1</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>by</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>마감</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>First and last</source>
        <translation>처음과 마지막</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>좌석</translation>
    </message>
    <message>
        <source>of them given away</source>
        <translation>그중 초대</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>취소와 환불</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <extracomment>%1 says what was taken back, %n how many times.</extracomment>
        <translation>
            <numerusform>%1 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Voids</source>
        <translation>판매 취소</translation>
    </message>
    <message>
        <source>Sold and kept</source>
        <translation>순판매</translation>
    </message>
    <message>
        <source>before tax</source>
        <translation>공급가액</translation>
    </message>
    <message>
        <source>%1 % tax contained</source>
        <extracomment>%1 is the rate.</extracomment>
        <translation>부가세 %1% 포함액</translation>
    </message>
    <message>
        <source>Cash and card are told once the drawer has been counted.</source>
        <translation>현금과 카드 금액은 현금을 센 뒤에 표시됩니다.</translation>
    </message>
    <message>
        <source>Cash taken</source>
        <translation>현금 받음</translation>
    </message>
    <message>
        <source>Cash given back</source>
        <translation>현금 돌려줌</translation>
    </message>
    <message>
        <source>Card taken</source>
        <translation>카드 받음</translation>
    </message>
    <message>
        <source>Card given back</source>
        <translation>카드 돌려줌</translation>
    </message>
    <message>
        <source>Taken, less given back</source>
        <translation>받은 금액에서 돌려준 금액을 뺀 금액</translation>
    </message>
    <message>
        <source>of it claim codes paid (%1)</source>
        <translation>그중 환급 코드 지급 (%1)</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>현금함</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>준비금</translation>
    </message>
    <message>
        <source>Should be in it</source>
        <translation>장부상 현금</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>실제 현금</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>차이 없음</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>부족</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>허브에 아직 보내지 않음</translation>
    </message>
    <message>
        <source>The hub knows everything.</source>
        <translation>허브에 모두 전달되었습니다.</translation>
    </message>
    <message>
        <source>Journal entries</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>since</source>
        <translation>시작 시각</translation>
    </message>
    <message>
        <source>Orders among them</source>
        <translation>그중 주문</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders that the hub doesn&apos;t know</source>
        <translation>허브가 모르는 주문 금액</translation>
    </message>
    <message>
        <source>Journal</source>
        <extracomment>Where the chain of journal entries stands: a number and the first letters of its hash.</extracomment>
        <translation>기록 위치</translation>
    </message>
    <message>
        <source>counted by</source>
        <translation>센 사람</translation>
    </message>
    <message>
        <source>checked by</source>
        <translation>확인한 사람</translation>
    </message>
    <message>
        <source>By means of payment</source>
        <translation>결제 수단별</translation>
    </message>
    <message>
        <source>of it paid in and not spent</source>
        <translation>그중 아직 쓰지 않은 입금액</translation>
    </message>
    <message>
        <source>Cash taken, less given</source>
        <translation>현금 수납(지급 차감)</translation>
    </message>
</context>
<context>
    <name>foyer::ShiftPage</name>
    <message>
        <source>Shift</source>
        <translation>정산</translation>
    </message>
    <message>
        <source>no drawer is open</source>
        <translation>열린 현금함이 없습니다</translation>
    </message>
    <message>
        <source>Shift %1</source>
        <translation>정산 %1</translation>
    </message>
    <message>
        <source>open since %1, %2</source>
        <extracomment>%1 is a time, %2 a name</extracomment>
        <translation>%1 시작 · %2</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>A payment of %1 has no answer from its device yet. Close the drawer once it has one.</source>
        <translation>%1 결제에 대해 기기가 아직 답하지 않았습니다. 답이 온 뒤에 마감해 주세요.</translation>
    </message>
    <message>
        <source>There can&apos;t be that much in the drawer. Nothing was moved.</source>
        <translation>현금함에 그만한 현금이 있을 수 없습니다. 옮긴 금액은 없습니다.</translation>
    </message>
    <message>
        <source>Closed shifts</source>
        <translation>지난 마감</translation>
    </message>
    <message>
        <source>None yet. Each drawer that is counted stays here, with its report.</source>
        <translation>아직 없습니다. 마감할 때마다 정산서와 함께 여기에 남습니다.</translation>
    </message>
    <message>
        <source>Cash in or out</source>
        <translation>현금 입출금</translation>
    </message>
    <message>
        <source>To the safe, from it, for an errand. You are asked why, and for your PIN.</source>
        <translation>금고로 옮기거나 가져올 때, 심부름에 쓸 때 기록합니다. 이유와 비밀번호를 묻습니다.</translation>
    </message>
    <message>
        <source>Out of the drawer</source>
        <translation>현금함에서 꺼내기</translation>
    </message>
    <message>
        <source>Into the drawer</source>
        <translation>현금함에 넣기</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>현금함</translation>
    </message>
    <message>
        <source>Cash and card are told once the drawer has been counted.</source>
        <translation>현금과 카드 금액은 현금을 센 뒤에 표시됩니다.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF로 저장</translation>
    </message>
    <message>
        <source>Open a shift</source>
        <translation>정산 시작</translation>
    </message>
    <message>
        <source>Count what is in the drawer: the float that the shift begins with.</source>
        <translation>현금함에 있는 준비금을 세어 주세요.</translation>
    </message>
    <message>
        <source>Open with %1</source>
        <translation>%1으로 시작</translation>
    </message>
    <message>
        <source>Count the drawer</source>
        <translation>현금 세기</translation>
    </message>
    <message>
        <source>All of it, float and all. What should be in it is told afterwards.</source>
        <translation>준비금까지 모두 세어 주세요. 장부상 현금은 마감한 뒤에 알려 드립니다.</translation>
    </message>
    <message>
        <source>Close with %1</source>
        <translation>%1으로 마감</translation>
    </message>
    <message>
        <source>Count and close</source>
        <translation>세고 마감하기</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>%1 꺼내기</translation>
    </message>
    <message>
        <source>Put in %1</source>
        <translation>%1 넣기</translation>
    </message>
    <message>
        <source>Sold so far</source>
        <translation>지금까지 판매</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>주문 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>좌석 %n석</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them given away</source>
        <translation>
            <numerusform>그중 초대 %n석</numerusform>
        </translation>
    </message>
    <message>
        <source>First order</source>
        <translation>첫 주문</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>마지막 주문</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Voids</source>
        <translation>판매 취소</translation>
    </message>
    <message>
        <source>Sold and kept</source>
        <translation>순판매</translation>
    </message>
    <message>
        <source>%1 % tax contained</source>
        <extracomment>%1 is the rate</extracomment>
        <translation>부가세 %1% 포함액</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>허브에 아직 보내지 않음</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>준비금</translation>
    </message>
    <message>
        <source>Cash taken</source>
        <translation>현금 받음</translation>
    </message>
    <message>
        <source>Cash given back</source>
        <translation>현금 돌려줌</translation>
    </message>
    <message>
        <source>Card taken</source>
        <translation>카드 받음</translation>
    </message>
    <message>
        <source>Card given back</source>
        <translation>카드 돌려줌</translation>
    </message>
    <message>
        <source>of it claim codes paid (%1)</source>
        <translation>그중 환급 코드 지급 (%1)</translation>
    </message>
    <message>
        <source>Should be in it</source>
        <translation>장부상 현금</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>차이 없음</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>%1 short</source>
        <translation>%1 부족</translation>
    </message>
    <message>
        <source>The drawer holds what it should.</source>
        <translation>현금함의 금액이 장부와 같습니다.</translation>
    </message>
    <message>
        <source>It is in the report; nothing is booked for it.</source>
        <translation>정산서에 적혔고, 장부에서 따로 처리하지 않습니다.</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>실제 현금</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>마감</translation>
    </message>
    <message>
        <source>By</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>By means of payment</source>
        <translation>결제 수단별</translation>
    </message>
    <message>
        <source>Paid in and not spent</source>
        <translation>아직 쓰지 않은 입금액</translation>
    </message>
    <message>
        <source>Cash taken, less given</source>
        <translation>현금 수납(지급 차감)</translation>
    </message>
</context>
<context>
    <name>foyer::ShiftRows</name>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>마감</translation>
    </message>
    <message>
        <source>By</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
</context>
<context>
    <name>foyer::SignInScreen</name>
    <message>
        <source>Use another number</source>
        <translation>다른 번호로 로그인</translation>
    </message>
    <message>
        <source>How would you like to buy?</source>
        <translation>어떻게 구매하시겠어요?</translation>
    </message>
    <message>
        <source>Continue as guest</source>
        <translation>비회원으로 계속하기</translation>
    </message>
    <message>
        <source>No personal data is asked</source>
        <translation>개인정보를 입력하지 않습니다</translation>
    </message>
    <message>
        <source>Become a member</source>
        <translation>회원 가입</translation>
    </message>
    <message>
        <source>With a phone number and a PIN</source>
        <translation>휴대전화 번호와 비밀번호로</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>휴대전화 번호</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>PIN of your card</source>
        <translation>카드 비밀번호</translation>
    </message>
    <message>
        <source>Hold your member card, slip or ticket to the scanner</source>
        <translation>회원카드, 대기표 또는 티켓을 대 주세요</translation>
    </message>
    <message>
        <source>A queue slip brings you back to your place; a ticket can be printed again or cancelled.</source>
        <translation>대기표를 대면 내 순서로 돌아가고, 티켓을 대면 다시 출력하거나 취소할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>foyer::SingleSeatNotice</name>
    <message>
        <source>%1 would stay free on its own</source>
        <translation>%1 한 자리만 비게 됩니다</translation>
    </message>
    <message>
        <source>This house keeps no single seats. Please move up.</source>
        <translation>이 공연장에서는 한 자리만 남길 수 없습니다. 옆으로 옮겨 주세요.</translation>
    </message>
    <message>
        <source>A single seat is hard to sell. Would you mind moving up?</source>
        <translation>한 자리만 남으면 팔기 어렵습니다. 옆으로 옮겨 주시겠어요?</translation>
    </message>
    <message>
        <source>Take %1 instead</source>
        <translation>%1으로 바꾸기</translation>
    </message>
    <message>
        <source>Keep my seats</source>
        <translation>그대로 둘게요</translation>
    </message>
</context>
<context>
    <name>foyer::SlipDocument</name>
    <message numerus="yes">
        <source>%n person (people) ahead of you</source>
        <translation>
            <numerusform>앞에 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>대기번호</translation>
    </message>
    <message>
        <source>When your number is called, scan this slip at any screen within %1. Please keep it: whoever has it has your place.</source>
        <translation>번호가 불리면 %1 안에 가까운 기기에서 이 대기표를 스캔해 주세요. 이 대기표를 가진 분이 순서를 쓸 수 있으니 잘 보관해 주세요.</translation>
    </message>
</context>
<context>
    <name>foyer::StaffCallPanel</name>
    <message>
        <source>Staff called</source>
        <translation>직원을 불렀습니다</translation>
    </message>
    <message>
        <source>Somebody is on the way. You can go on meanwhile.</source>
        <translation>곧 직원이 도와드립니다. 그동안 계속 이용하셔도 됩니다.</translation>
    </message>
    <message>
        <source>No help needed</source>
        <translation>도움이 필요 없어요</translation>
    </message>
    <message>
        <source>Back to the customer</source>
        <translation>고객 화면으로</translation>
    </message>
    <message>
        <source>Staff: end the call</source>
        <translation>직원: 호출 끝내기</translation>
    </message>
</context>
<context>
    <name>foyer::StaffPinEntry</name>
    <message>
        <source>Nobody of the staff is known here yet.</source>
        <translation>아직 등록된 직원이 없습니다.</translation>
    </message>
    <message>
        <source>First your name, then your PIN</source>
        <translation>이름을 먼저 선택한 뒤 비밀번호를 입력하세요</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <extracomment>%1 is a member of staff&apos;s name</extracomment>
        <translation>%1 님의 비밀번호</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>비밀번호</translation>
    </message>
</context>
<context>
    <name>foyer::StaffScreen</name>
    <message>
        <source>Leave</source>
        <translation>나가기</translation>
    </message>
    <message>
        <source>Staff corner</source>
        <translation>직원 메뉴</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>좌석</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Customers served at once</source>
        <translation>동시 이용 인원</translation>
    </message>
    <message>
        <source>One fewer at once</source>
        <translation>동시 이용 인원 한 명 줄이기</translation>
    </message>
    <message>
        <source>One more at once</source>
        <translation>동시 이용 인원 한 명 늘리기</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>다시 인쇄</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>오늘, %1</translation>
    </message>
    <message>
        <source>%1, given back %2</source>
        <translation>%1, 반환 %2</translation>
    </message>
    <message>
        <source>This screen is out of service. It says so as soon as you leave.</source>
        <translation>이 기기는 이용 중지 상태입니다. 나가면 안내 화면이 표시됩니다.</translation>
    </message>
    <message>
        <source>This screen sells tickets.</source>
        <translation>이 기기는 예매를 받고 있습니다.</translation>
    </message>
    <message>
        <source>Put back into service</source>
        <translation>다시 이용 시작</translation>
    </message>
    <message>
        <source>Take out of service</source>
        <translation>이용 중지</translation>
    </message>
    <message>
        <source>What is grey needs a higher role.</source>
        <translation>흐린 항목은 더 높은 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>Find another order</source>
        <translation>다른 주문 찾기</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>주문 번호</translation>
    </message>
    <message>
        <source>Join a house</source>
        <translation>극장에 등록</translation>
    </message>
    <message>
        <source>This machine sells on its own</source>
        <translation>이 기기는 단독으로 판매합니다</translation>
    </message>
</context>
<context>
    <name>foyer::StaffSignInScreen</name>
    <message>
        <source>For our staff</source>
        <translation>직원 전용</translation>
    </message>
</context>
<context>
    <name>foyer::StaffWords</name>
    <message>
        <source>This is the hub&apos;s to do, and it doesn&apos;t answer right now. Nothing was changed. Please try again later.</source>
        <translation>허브가 해야 하는 일인데 지금 응답이 없습니다. 바뀐 것은 없습니다. 잠시 후 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>Nobody waits there any more, or they are being served by now. Nothing was changed.</source>
        <translation>더 이상 대기 중이 아니거나 이미 응대 중입니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>An earlier payment has no answer from its device yet. Nothing was changed.</source>
        <translation>이전 결제의 기기 응답을 아직 받지 못했습니다. 아무것도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>The hub doesn&apos;t know that terminal, or it is the one you are at: that one is revoked from another. Nothing was changed.</source>
        <translation>허브가 모르는 단말이거나 지금 사용 중인 단말입니다. 사용 중인 단말은 다른 단말에서 등록을 해지해 주세요. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>The member is blocked. Unblock them first.</source>
        <translation>이용이 정지된 회원입니다. 먼저 정지를 해제하세요.</translation>
    </message>
    <message>
        <source>This phone number is registered: search for it.</source>
        <translation>이미 등록된 전화번호입니다. 검색해 주세요.</translation>
    </message>
    <message>
        <source>No card was read. Scan it once more.</source>
        <translation>카드를 읽지 못했습니다. 다시 스캔해 주세요.</translation>
    </message>
    <message>
        <source>Nobody answered, so we can&apos;t tell whether it was done. Look again before you do it once more.</source>
        <translation>응답이 없어 처리되었는지 알 수 없습니다. 다시 하기 전에 먼저 확인해 주세요.</translation>
    </message>
</context>
<context>
    <name>foyer::StatementDocument</name>
    <message>
        <source>Wallet %1</source>
        <extracomment>A statement of a wallet; %1 are the last digits of its owner&apos;s phone number.</extracomment>
        <translation>잔액 내역 %1</translation>
    </message>
    <message>
        <source>Business no. %1</source>
        <translation>사업자등록번호 %1</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>기준 시각</translation>
    </message>
    <message>
        <source>Nothing has moved yet.</source>
        <translation>아직 내역이 없습니다.</translation>
    </message>
    <message>
        <source>Balance before</source>
        <translation>이전 잔액</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>잔액</translation>
    </message>
    <message>
        <source>of it at %1</source>
        <extracomment>%1 is a machine&apos;s name.</extracomment>
        <translation>그중 %1 보유</translation>
    </message>
    <message>
        <source>This membership is blocked.</source>
        <translation>이용이 정지된 회원입니다.</translation>
    </message>
</context>
<context>
    <name>foyer::TaskRows</name>
    <message>
        <source>overdue since %1</source>
        <translation>%1부터 기한 지남</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>What has to be put right</source>
        <translation>처리할 일</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>공연</translation>
    </message>
    <message>
        <source>Seat or sum</source>
        <translation>좌석·금액</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>기한</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>담당</translation>
    </message>
</context>
<context>
    <name>foyer::TasksPage</name>
    <message>
        <source>Tasks</source>
        <translation>처리할 일</translation>
    </message>
    <message>
        <source>%1 to be put right</source>
        <translation>%1건</translation>
    </message>
    <message>
        <source>↑ ↓ choose · a digit settles · T takes</source>
        <translation>↑ ↓ 선택 · 숫자로 처리 · T 맡기</translation>
    </message>
    <message>
        <source>What can be done, the best for the customer first</source>
        <translation>처리 방법 (고객에게 좋은 순서)</translation>
    </message>
    <message>
        <source>Tasks; a digit settles one, T takes it</source>
        <translation>처리할 일. 숫자로 처리하고 T로 맡습니다</translation>
    </message>
    <message>
        <source>Whoever shows the code %1 is paid %2.</source>
        <translation>환급 코드 %1 · 코드를 제시하는 분께 %2 지급</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>잠시만 기다려 주세요</translation>
    </message>
    <message>
        <source>The hub is away</source>
        <translation>허브와 연결되지 않았습니다</translation>
    </message>
    <message>
        <source>This machine itself has nothing to put right. The house&apos;s tasks are shown when the hub answers.</source>
        <translation>이 기기에는 처리할 일이 없습니다. 허브가 응답하면 전체 처리할 일이 표시됩니다.</translation>
    </message>
    <message>
        <source>Nothing has to be put right</source>
        <translation>처리할 일이 없습니다</translation>
    </message>
    <message>
        <source>Should something come up that only people can settle, it is shown here by itself.</source>
        <translation>직원이 처리해야 할 일이 생기면 여기에 자동으로 표시됩니다.</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>좌석</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>기한</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>발생</translation>
    </message>
    <message>
        <source>Sold at</source>
        <translation>판매 기기</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>%1: paid in, it is settled</source>
        <translation>%1: 입금되면 저절로 처리됩니다</translation>
    </message>
    <message>
        <source>You look after it</source>
        <translation>내가 맡은 일입니다</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>넘겨받기</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>맡기</translation>
    </message>
    <message>
        <source>The hub is away.</source>
        <translation>허브와 연결되지 않았습니다.</translation>
    </message>
    <message>
        <source>Only what this machine itself has to put right is shown.</source>
        <translation>이 기기에서 처리할 일만 보입니다.</translation>
    </message>
    <message>
        <source>The hub doesn&apos;t show its tasks</source>
        <translation>허브의 할 일을 볼 수 없습니다</translation>
    </message>
</context>
<context>
    <name>foyer::TenderEntry</name>
    <message>
        <source>Cash received</source>
        <translation>받은 현금</translation>
    </message>
    <message>
        <source>To the card</source>
        <translation>카드 결제 금액</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>받기</translation>
    </message>
    <message>
        <source>This is no amount.</source>
        <translation>금액이 아닙니다.</translation>
    </message>
    <message>
        <source>A card is never charged more than %1.</source>
        <translation>카드는 %1을 넘겨 결제하지 않습니다.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>거스름돈 %1</translation>
    </message>
    <message>
        <source>A part: %1 stays to be paid.</source>
        <translation>일부 결제: %1이 남습니다.</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>딱 맞습니다</translation>
    </message>
</context>
<context>
    <name>foyer::TenderScreen</name>
    <message>
        <source>Cancelling…</source>
        <translation>취소하고 있습니다…</translation>
    </message>
    <message>
        <source>Cancel this payment</source>
        <translation>결제 취소</translation>
    </message>
    <message>
        <source>This is a demo: no real money moves.</source>
        <translation>시연입니다. 실제 돈은 오가지 않습니다.</translation>
    </message>
    <message>
        <source>Progress of the payment</source>
        <translation>결제 진행 상황</translation>
    </message>
    <message>
        <source>We are asking the card terminal.</source>
        <translation>카드 단말기에 확인하고 있습니다.</translation>
    </message>
    <message>
        <source>We are asking the cash unit.</source>
        <translation>현금 장치에 확인하고 있습니다.</translation>
    </message>
    <message>
        <source>Please don&apos;t pay again. Staff have been called.</source>
        <translation>다시 결제하지 마세요. 직원을 불렀습니다.</translation>
    </message>
</context>
<context>
    <name>foyer::TerminalRows</name>
    <message>
        <source>just enrolled</source>
        <translation>방금 등록됨</translation>
    </message>
    <message>
        <source>online</source>
        <translation>온라인</translation>
    </message>
    <message>
        <source>away</source>
        <translation>연결 끊김</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>등록 해지됨</translation>
    </message>
    <message>
        <source>put back from a copy</source>
        <translation>복사본으로 되돌려짐</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>종료됨</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>단말</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>마지막 연결</translation>
    </message>
    <message>
        <source>Seats there</source>
        <translation>보유 좌석</translation>
    </message>
</context>
<context>
    <name>foyer::TerminalsPage</name>
    <message>
        <source>House</source>
        <translation>공연장</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Tab to the queue</source>
        <translation>↑ ↓ 선택 · Tab 대기열로</translation>
    </message>
    <message>
        <source>↑ ↓ choose</source>
        <translation>↑ ↓ 선택</translation>
    </message>
    <message>
        <source>How many seats %1 has at least of (↑ ↓): %2</source>
        <extracomment>%1 is a terminal&apos;s name, %2 a performance; the arrows choose another</extracomment>
        <translation>%1의 최소 보유 좌석 수 (↑ ↓): %2</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>배정</translation>
    </message>
    <message>
        <source>The next was called.</source>
        <translation>다음 고객을 호출했습니다.</translation>
    </message>
    <message>
        <source>Their visit is over; the place and the seats are free.</source>
        <translation>이용을 종료했습니다. 자리와 좌석이 비었습니다.</translation>
    </message>
    <message>
        <source>At most %1 are served at once now.</source>
        <translation>이제 동시에 최대 %1명까지 이용합니다.</translation>
    </message>
    <message>
        <source>Seats that it has more: %1</source>
        <translation>추가로 배정한 좌석: %1석</translation>
    </message>
    <message>
        <source>It gets no rights any more. What it held waits for its own word, or for two members of staff at the hub.</source>
        <translation>이제 권한을 받지 못합니다. 보유하던 좌석은 단말이 알려 오거나 허브에서 직원 두 명이 풀 때까지 묶여 있습니다.</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>단말</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>대기열</translation>
    </message>
    <message>
        <source>Nobody waits, and nobody is served.</source>
        <translation>기다리거나 이용 중인 고객이 없습니다.</translation>
    </message>
    <message>
        <source>Give seats…</source>
        <translation>좌석 배정…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>등록 해지…</translation>
    </message>
    <message>
        <source>Call the next</source>
        <translation>다음 호출</translation>
    </message>
    <message>
        <source>Didn&apos;t come</source>
        <translation>오지 않음</translation>
    </message>
    <message>
        <source>Limit…</source>
        <translation>동시 이용…</translation>
    </message>
    <message>
        <source>How many customers are served at once, over all screens</source>
        <translation>모든 화면에서 동시에 이용할 고객 수</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>The hub is away</source>
        <translation>허브와 연결되지 않았습니다</translation>
    </message>
    <message>
        <source>This machine goes on selling what it has. Terminals and the queue are shown when the hub answers.</source>
        <translation>이 기기는 보유한 좌석을 계속 판매합니다. 허브가 응답하면 단말과 대기열이 표시됩니다.</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>잠시만 기다려 주세요</translation>
    </message>
    <message>
        <source>%1 waiting · %2 of %3 served</source>
        <translation>대기 %1명 · 이용 %2/%3명</translation>
    </message>
    <message>
        <source>Journal at the hub</source>
        <translation>허브에 기록된 항목</translation>
    </message>
    <message>
        <source>%1 · %2 · seats at least: %3</source>
        <extracomment>%1 is a terminal&apos;s name, %2 a performance</extracomment>
        <translation>%1 · %2 · 최소 좌석: %3</translation>
    </message>
    <message>
        <source>Not on sale any more.</source>
        <translation>더 이상 판매하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>foyer::TicketDocument</name>
    <message>
        <source>Ages %1 and over</source>
        <translation>%1세 이상 관람가</translation>
    </message>
    <message>
        <source>For all ages</source>
        <translation>전체 관람가</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>재발행 · %1번째</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>구역</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Seat</source>
        <comment>the number of a seat</comment>
        <translation>번</translation>
    </message>
    <message>
        <source>Please show at the door: %1</source>
        <translation>입장 시 확인: %1</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>주문번호 %1</translation>
    </message>
    <message>
        <source>Business no. %1</source>
        <translation>사업자등록번호 %1</translation>
    </message>
    <message>
        <source>Complimentary</source>
        <translation>초대권</translation>
    </message>
</context>
<context>
    <name>foyer::TicketRows</name>
    <message>
        <source>chosen</source>
        <translation>선택됨</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>선택 안 됨</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>좌석</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>권종</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
</context>
<context>
    <name>foyer::TicketScreen</name>
    <message>
        <source>Done</source>
        <translation>마치기</translation>
    </message>
    <message>
        <source>Buy another</source>
        <translation>더 예매하기</translation>
    </message>
    <message>
        <source>Enjoy the show</source>
        <translation>즐거운 관람 되세요</translation>
    </message>
    <message>
        <source>Show the receipt</source>
        <translation>영수증 보기</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s), order number %1</source>
        <translation>
            <numerusform>티켓 %n장 · 주문번호 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Ticket: %1</source>
        <translation>티켓: %1</translation>
    </message>
    <message>
        <source>Receipt: %1</source>
        <translation>영수증: %1</translation>
    </message>
</context>
<context>
    <name>foyer::TicketsScreen</name>
    <message>
        <source>Print again</source>
        <translation>다시 출력하기</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n ticket(s)</source>
        <translation>
            <numerusform>%n매 취소하기</numerusform>
        </translation>
    </message>
    <message>
        <source>My tickets</source>
        <translation>내 예매 내역</translation>
    </message>
    <message>
        <source>Tap tickets to cancel only those; otherwise it is all of them.</source>
        <translation>일부만 취소하려면 티켓을 선택해 주세요. 선택하지 않으면 모두 취소됩니다.</translation>
    </message>
    <message>
        <source>No tickets yet</source>
        <translation>예매 내역이 없습니다</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>종료</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n매</numerusform>
        </translation>
    </message>
    <message>
        <source>Order number %1</source>
        <translation>주문번호 %1</translation>
    </message>
    <message>
        <source>They cost nothing, so nothing is paid back.</source>
        <translation>무료 티켓이라 환불 금액이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is in your wallet.</source>
        <translation>%1이 지갑에 들어왔습니다.</translation>
    </message>
    <message>
        <source>%1 goes to your wallet.</source>
        <translation>%1이 지갑으로 들어갑니다.</translation>
    </message>
    <message>
        <source>%1 is in the wallet of the member who bought them.</source>
        <translation>%1이 구매한 회원의 지갑에 들어갔습니다.</translation>
    </message>
    <message>
        <source>%1 goes to the wallet of the member who bought them.</source>
        <translation>%1이 구매한 회원의 지갑으로 들어갑니다.</translation>
    </message>
    <message>
        <source>You get a code worth %1. Whoever shows it at the desk is paid.</source>
        <translation>%1을 돌려받을 수 있는 코드를 드립니다. 창구에서 코드를 보여 주는 분께 지급됩니다.</translation>
    </message>
    <message>
        <source>Could be cancelled here until %1. Please ask at the desk.</source>
        <translation>%1까지 이곳에서 취소할 수 있었습니다. 창구에 문의해 주세요.</translation>
    </message>
    <message>
        <source>Tickets are only cancelled at the desk.</source>
        <translation>취소는 창구에서만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>If you cancel:</source>
        <translation>취소하시면</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Keep my tickets</source>
        <translation>취소하지 않기</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) become void</source>
        <translation>
            <numerusform>티켓 %n매가 무효가 됩니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) cancelled</source>
        <translation>
            <numerusform>티켓 %n매를 취소했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Tickets from other screens and from the desk can&apos;t all be shown right now.</source>
        <translation>지금은 다른 화면이나 창구에서 구매한 티켓을 모두 불러올 수 없습니다.</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>잠시만 기다려 주세요</translation>
    </message>
    <message>
        <source>Your tickets are being read.</source>
        <translation>티켓을 불러오는 중입니다.</translation>
    </message>
    <message>
        <source>No tickets from this screen</source>
        <translation>이 화면에서 구매한 티켓이 없습니다</translation>
    </message>
    <message>
        <source>Tickets that you buy as a member are kept here. Others are found at the desk.</source>
        <translation>회원으로 구매한 티켓이 여기에 표시됩니다. 다른 티켓은 창구에 문의해 주세요.</translation>
    </message>
</context>
<context>
    <name>foyer::Tour</name>
    <message numerus="yes">
        <source>%n touch(es), from the start to the ticket.</source>
        <translation>
            <numerusform>시작부터 티켓까지 %n번 터치했습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::WalletEntry</name>
    <message>
        <source>Cash received</source>
        <translation>받은 현금</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>충전</translation>
    </message>
    <message>
        <source>To the card</source>
        <translation>카드 결제</translation>
    </message>
    <message>
        <source>Pay out in cash</source>
        <translation>현금으로 지급</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>지급</translation>
    </message>
    <message>
        <source>The member types a new PIN, twice</source>
        <translation>회원이 새 비밀번호를 두 번 입력합니다</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Scan or type the new card; one before works no more</source>
        <translation>새 카드를 스캔하거나 입력하세요. 이전 카드는 더 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>발급</translation>
    </message>
    <message>
        <source>A new member: phone number, and a PIN that they type twice</source>
        <translation>신규 회원: 전화번호와, 회원이 두 번 입력하는 비밀번호</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>전화번호</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>등록</translation>
    </message>
    <message>
        <source>Whoever shows a code is paid</source>
        <translation>코드를 제시한 분께 지급합니다</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>지급</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>비밀번호 확인</translation>
    </message>
    <message>
        <source>This is no amount.</source>
        <translation>금액이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 can be paid out here.</source>
        <translation>여기서는 %1까지 지급할 수 있습니다.</translation>
    </message>
    <message>
        <source>A PIN has %1 to %2 digits</source>
        <translation>비밀번호는 숫자 %1~%2자리입니다</translation>
    </message>
    <message>
        <source>The same PIN once more</source>
        <translation>같은 비밀번호를 한 번 더</translation>
    </message>
</context>
<context>
    <name>foyer::WalletPage</name>
    <message>
        <source>Members and wallets</source>
        <translation>회원과 잔액</translation>
    </message>
    <message>
        <source>↵ finds · ↑ ↓ choose · Esc back</source>
        <translation>↵ 찾기 · ↑ ↓ 선택 · Esc 뒤로</translation>
    </message>
    <message>
        <source>Phone number, its last four digits, or a card</source>
        <translation>전화번호, 끝 네 자리 또는 카드</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>회원 찾기</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>거래 내역</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>선택 목록</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>찾지 못했습니다</translation>
    </message>
    <message>
        <source>Check what was typed, or register a new member.</source>
        <translation>입력한 내용을 확인하거나 신규 회원으로 등록하세요.</translation>
    </message>
    <message>
        <source>Nothing is left</source>
        <translation>남은 금액이 없습니다</translation>
    </message>
    <message>
        <source>Guests&apos; money that wasn&apos;t paid back stands here.</source>
        <translation>비회원에게 돌려주지 못한 금액이 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Nothing has moved yet</source>
        <translation>아직 내역이 없습니다</translation>
    </message>
    <message>
        <source>What is paid in and spent stands here.</source>
        <translation>충전하고 사용한 내역이 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>어느 회원인가요?</translation>
    </message>
    <message>
        <source>↵ a new code</source>
        <translation>↵ 새 코드 발급</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>회원 %n명</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n movement(s)</source>
        <translation>
            <numerusform>내역 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>지갑</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화번호</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>가입</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>has one</source>
        <translation>있음</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>이용 정지</translation>
    </message>
    <message>
        <source>Members are the hub&apos;s, and it doesn&apos;t answer right now. Nothing was changed.</source>
        <translation>회원 정보는 허브에 있는데, 지금 허브가 응답하지 않습니다. 아무것도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 of it isn&apos;t here: another machine holds it, or it was spent.</source>
        <translation>그중 %1은(는) 여기에 없습니다. 다른 기기에 있거나 이미 사용되었습니다.</translation>
    </message>
    <message>
        <source>The statement is printed.</source>
        <translation>내역서를 인쇄합니다.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1(으)로 저장했습니다</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>somebody has one</source>
        <translation>코드 있음</translation>
    </message>
    <message>
        <source>nobody has one</source>
        <translation>코드 없음</translation>
    </message>
    <message>
        <source>This member isn&apos;t open any more. Nothing was changed. Please look for them again.</source>
        <translation>이 회원은 더 이상 열려 있지 않습니다. 바뀐 것은 없습니다. 다시 찾아 주세요.</translation>
    </message>
    <message>
        <source>The statement goes to the printer.</source>
        <translation>내역서를 프린터로 보냈습니다.</translation>
    </message>
    <message>
        <source>Their statement appears here.</source>
        <translation>거래 내역이 여기에 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>foyer::WalletPanel</name>
    <message>
        <source>No member is open</source>
        <translation>선택한 회원이 없습니다</translation>
    </message>
    <message>
        <source>Type a phone number, its last four digits, or scan a card; or register a new member.</source>
        <translation>전화번호나 끝 네 자리를 입력하거나 카드를 스캔하세요. 신규 회원도 등록할 수 있습니다.</translation>
    </message>
    <message>
        <source>Top up in cash</source>
        <translation>현금 충전</translation>
    </message>
    <message>
        <source>Top up by card</source>
        <translation>카드 충전</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>잔액 지급</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>새 비밀번호</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>신규 회원</translation>
    </message>
    <message>
        <source>Pay a code</source>
        <translation>코드 지급</translation>
    </message>
    <message>
        <source>Unclaimed</source>
        <translation>미지급금</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>정지 해제</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>이용 정지</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>이용 정지</translation>
    </message>
    <message>
        <source>PIN locked for %1</source>
        <translation>비밀번호 잠김 %1</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>회원</translation>
    </message>
    <message>
        <source>since %1 · no card</source>
        <translation>%1 가입 · 카드 없음</translation>
    </message>
    <message>
        <source>since %1 · has a card</source>
        <translation>%1 가입 · 카드 있음</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>잔액</translation>
    </message>
    <message>
        <source>Can be paid out here</source>
        <translation>여기서 지급 가능</translation>
    </message>
    <message>
        <source>The device doesn&apos;t say what happened. It is asked again.</source>
        <translation>기기가 결과를 알려 주지 않습니다. 다시 확인하고 있습니다.</translation>
    </message>
    <message>
        <source>%1 topped up</source>
        <translation>%1 충전했습니다</translation>
    </message>
    <message>
        <source>%1 paid out</source>
        <translation>%1 지급했습니다</translation>
    </message>
    <message>
        <source>The new PIN counts from now on.</source>
        <translation>이제부터 새 비밀번호를 사용합니다.</translation>
    </message>
    <message>
        <source>The card is theirs now.</source>
        <translation>카드를 발급했습니다.</translation>
    </message>
    <message>
        <source>The member is blocked.</source>
        <translation>회원 이용을 정지했습니다.</translation>
    </message>
    <message>
        <source>The member may buy again.</source>
        <translation>회원이 다시 이용할 수 있습니다.</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>등록했습니다</translation>
    </message>
    <message>
        <source>%1 is paid for the code</source>
        <translation>아래 코드를 제시하면 %1을(를) 지급합니다</translation>
    </message>
    <message>
        <source>A new code for %1. Somebody has one, which pays nothing any more then.</source>
        <translation>%1의 새 환급 코드를 발급합니다. 이미 발급된 코드는 더 이상 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>A new code for %1.</source>
        <translation>%1의 새 환급 코드를 발급합니다.</translation>
    </message>
    <message>
        <source>A device is still busy with somebody else&apos;s money.</source>
        <translation>다른 고객의 결제를 기기가 아직 처리하고 있습니다.</translation>
    </message>
</context>
<context>
    <name>foyer::WalletScreen</name>
    <message>
        <source>%1 by card (demo)</source>
        <translation>카드 %1 (시연)</translation>
    </message>
    <message>
        <source>%1 by card</source>
        <translation>카드 %1</translation>
    </message>
    <message>
        <source>%1 in cash (demo)</source>
        <translation>현금 %1 (시연)</translation>
    </message>
    <message>
        <source>%1 in cash</source>
        <translation>현금 %1</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>지갑</translation>
    </message>
    <message>
        <source>Balance now</source>
        <translation>현재 잔액</translation>
    </message>
    <message>
        <source>How much would you like to add?</source>
        <translation>얼마를 충전할까요?</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>아직 내역이 없습니다.</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>A key that leads back from the keypad to the amounts offered.</extracomment>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>This purchase needs %1 more</source>
        <translation>이번 결제에 %1이 더 필요합니다</translation>
    </message>
    <message>
        <source>Latest movements</source>
        <translation>최근 내역</translation>
    </message>
    <message>
        <source>Exactly what is missing</source>
        <translation>부족한 만큼</translation>
    </message>
    <message>
        <source>%1 more is with “%2”. It comes here when your visit there has ended.</source>
        <translation>%1이 더 “%2”에 있습니다. 그곳의 이용이 끝나면 이 화면으로 옮겨집니다.</translation>
    </message>
</context>
<context>
    <name>foyer::Wording</name>
    <message>
        <source>ddd d MMM</source>
        <extracomment>A day as QLocale writes it: ddd is the weekday, MMM the month&apos;s name, M its number.</extracomment>
        <translation>M월 d일 (ddd)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a day, %2 a time.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>yyyy년 M월 d일 (ddd)</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>1분 이내</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>약 %n분</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1–%2 minutes</source>
        <translation>약 %1~%2분</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n초</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n분</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Found: “%2”.</source>
        <extracomment>%1 is a sentence, %2 the offending text from the file.</extracomment>
        <translation>%1 (입력값: “%2”)</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <extracomment>%1 is a place in a file, %2 what is wrong there.</extracomment>
        <translation>위치 %1: %2</translation>
    </message>
    <message>
        <source>The file can&apos;t be used. Please check it.</source>
        <translation>파일을 사용할 수 없습니다. 내용을 확인해 주세요.</translation>
    </message>
    <message>
        <source>This isn&apos;t valid JSON. Please check the file at this place.</source>
        <translation>올바른 JSON이 아닙니다. 파일의 이 부분을 확인해 주세요.</translation>
    </message>
    <message>
        <source>This is larger than we accept. Please split it or make it smaller.</source>
        <translation>허용된 크기를 넘었습니다. 나누거나 줄여 주세요.</translation>
    </message>
    <message>
        <source>This is nested deeper than we accept. Please make it flatter.</source>
        <translation>허용된 중첩 깊이를 넘었습니다. 구조를 단순하게 바꿔 주세요.</translation>
    </message>
    <message>
        <source>This value has the wrong type. Please see the schema.</source>
        <translation>값의 형식이 맞지 않습니다. 스키마를 확인해 주세요.</translation>
    </message>
    <message>
        <source>A required value is missing. Please add it.</source>
        <translation>필수 값이 빠졌습니다. 추가해 주세요.</translation>
    </message>
    <message>
        <source>This doesn&apos;t fit the schema. Please see the schema.</source>
        <translation>스키마에 맞지 않습니다. 스키마를 확인해 주세요.</translation>
    </message>
    <message>
        <source>This seat appears twice. Please give each seat its own id.</source>
        <translation>같은 좌석이 두 번 나옵니다. 좌석마다 다른 id를 지정해 주세요.</translation>
    </message>
    <message>
        <source>This id is used twice. Please make it unique.</source>
        <translation>같은 id가 두 번 쓰였습니다. 서로 다르게 바꿔 주세요.</translation>
    </message>
    <message>
        <source>This category doesn&apos;t exist in the plan. Please define it first.</source>
        <translation>배치도에 없는 등급입니다. 먼저 등급을 정의해 주세요.</translation>
    </message>
    <message>
        <source>The plan has no seats. Please add at least one.</source>
        <translation>배치도에 좌석이 없습니다. 하나 이상 추가해 주세요.</translation>
    </message>
    <message>
        <source>The plan has more seats than we accept. Please split it.</source>
        <translation>좌석 수가 허용 범위를 넘었습니다. 배치도를 나눠 주세요.</translation>
    </message>
    <message>
        <source>This coordinate can&apos;t be drawn. Please use a number in range.</source>
        <translation>그릴 수 없는 좌표입니다. 범위 안의 숫자를 써 주세요.</translation>
    </message>
    <message>
        <source>This isn&apos;t a colour. Please write it as #rrggbb.</source>
        <translation>색상 값이 아닙니다. #rrggbb 형식으로 써 주세요.</translation>
    </message>
    <message>
        <source>A price can&apos;t be below zero. Please correct it.</source>
        <translation>가격은 0보다 작을 수 없습니다. 고쳐 주세요.</translation>
    </message>
    <message>
        <source>This isn&apos;t the currency of the house. Please use one currency only.</source>
        <translation>공연장의 통화와 다릅니다. 한 가지 통화만 써 주세요.</translation>
    </message>
    <message>
        <source>This amount is larger than we accept. Please correct it.</source>
        <translation>금액이 허용 범위를 넘었습니다. 고쳐 주세요.</translation>
    </message>
    <message>
        <source>This house doesn&apos;t exist in the file. Please define it first.</source>
        <translation>파일에 없는 공연장입니다. 먼저 공연장을 정의해 주세요.</translation>
    </message>
    <message>
        <source>This seating plan isn&apos;t known here. Please import it first.</source>
        <translation>등록되지 않은 배치도입니다. 먼저 배치도를 가져와 주세요.</translation>
    </message>
    <message>
        <source>This show doesn&apos;t exist in the file. Please define it first.</source>
        <translation>파일에 없는 공연입니다. 먼저 공연을 정의해 주세요.</translation>
    </message>
    <message>
        <source>This ticket type doesn&apos;t exist in the file. Please define it first.</source>
        <translation>파일에 없는 권종입니다. 먼저 권종을 정의해 주세요.</translation>
    </message>
    <message>
        <source>This isn&apos;t a date and time. Please write it like 2026-11-25T14:00:00+09:00.</source>
        <translation>날짜와 시각이 아닙니다. 2026-11-25T14:00:00+09:00처럼 써 주세요.</translation>
    </message>
    <message>
        <source>This time zone isn&apos;t known. Please write it like Asia/Seoul.</source>
        <translation>알 수 없는 시간대입니다. Asia/Seoul처럼 써 주세요.</translation>
    </message>
    <message>
        <source>This name is longer than we accept. Please shorten it.</source>
        <translation>이름이 너무 깁니다. 줄여 주세요.</translation>
    </message>
    <message>
        <source>Opens soon</source>
        <translation>판매 예정</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>예매 가능</translation>
    </message>
    <message>
        <source>Sales closed</source>
        <translation>판매 종료</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>정상 진행</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>performance</comment>
        <translation>공연 취소</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>입장 차례</translation>
    </message>
    <message>
        <source>Called, and not here</source>
        <translation>호출했으나 부재</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>종료됨</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>일반석</translation>
    </message>
    <message>
        <source>Wheelchair space</source>
        <translation>휠체어석</translation>
    </message>
    <message>
        <source>Companion seat</source>
        <translation>동반자석</translation>
    </message>
    <message>
        <source>Restricted view</source>
        <translation>시야제한석</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>빈 좌석</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>선점됨</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>판매됨</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>보류됨</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>결제 완료</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>환불 완료</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>현금</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>잠시만 기다려 주세요</translation>
    </message>
    <message>
        <source>Please hold or insert your card</source>
        <translation>카드를 대거나 꽂아 주세요</translation>
    </message>
    <message>
        <source>Please insert your cash</source>
        <translation>현금을 넣어 주세요</translation>
    </message>
    <message>
        <source>Processing, please wait</source>
        <translation>처리하고 있습니다. 잠시만 기다려 주세요</translation>
    </message>
    <message>
        <source>Please take your money</source>
        <translation>돈을 받아 가세요</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>확인 중</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>승인됨</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>거절됨</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>payment</comment>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>충전</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>티켓 구매</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Set aside to be paid out</source>
        <translation>반환 준비</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>반환 완료</translation>
    </message>
    <message>
        <source>Pay-out not possible, returned</source>
        <translation>반환 실패, 잔액으로 복구</translation>
    </message>
    <message>
        <source>Moved to a claim code</source>
        <translation>환급 코드로 전환</translation>
    </message>
    <message>
        <source>Claim code paid out</source>
        <translation>환급 코드 지급</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>매표원</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>책임자</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>관리자</translation>
    </message>
    <message>
        <source>Open the staff corner</source>
        <translation>직원 메뉴 열기</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>키오스크 종료</translation>
    </message>
    <message>
        <source>Change how many are served at once</source>
        <translation>동시 이용 인원 변경</translation>
    </message>
    <message>
        <source>Take out of service</source>
        <translation>이용 중지</translation>
    </message>
    <message>
        <source>Settle a payment</source>
        <translation>결제 정리</translation>
    </message>
    <message>
        <source>Refund an order</source>
        <translation>주문 환불</translation>
    </message>
    <message>
        <source>Pay out a claim code</source>
        <translation>환급 코드 지급</translation>
    </message>
    <message>
        <source>Reset a PIN</source>
        <translation>비밀번호 초기화</translation>
    </message>
    <message>
        <source>Block a member</source>
        <translation>회원 이용 정지</translation>
    </message>
    <message>
        <source>Too many tries. Please try again in %1, or ask our staff to reset your PIN.</source>
        <translation>입력 횟수를 넘었습니다. %1 후에 다시 시도하시거나 직원에게 비밀번호 초기화를 요청해 주세요.</translation>
    </message>
    <message>
        <source>This membership is blocked. Please speak to our staff at the desk.</source>
        <translation>이용이 정지된 회원입니다. 매표소 직원에게 문의해 주세요.</translation>
    </message>
    <message>
        <source>This phone number is registered already. Please sign in with its PIN.</source>
        <translation>이미 가입된 전화번호입니다. 비밀번호로 로그인해 주세요.</translation>
    </message>
    <message>
        <source>This phone number isn&apos;t complete. Please check it and enter it again.</source>
        <translation>전화번호가 올바르지 않습니다. 확인 후 다시 입력해 주세요.</translation>
    </message>
    <message>
        <source>This PIN can&apos;t be used. Please choose another that is hard to guess.</source>
        <translation>사용할 수 없는 비밀번호입니다. 쉽게 짐작할 수 없는 번호로 정해 주세요.</translation>
    </message>
    <message>
        <source>We don&apos;t know this card. Please try again, or sign in with your phone number.</source>
        <translation>등록되지 않은 카드입니다. 다시 시도하시거나 전화번호로 로그인해 주세요.</translation>
    </message>
    <message>
        <source>We don&apos;t know this number. Please get a new one.</source>
        <translation>확인되지 않는 대기번호입니다. 번호를 새로 받아 주세요.</translation>
    </message>
    <message>
        <source>The time of your number has run out. Please get a new one.</source>
        <translation>대기번호의 유효 시간이 지났습니다. 번호를 새로 받아 주세요.</translation>
    </message>
    <message>
        <source>This visit is over already. Please get a new number to start again.</source>
        <translation>이미 이용이 끝났습니다. 다시 시작하려면 번호를 새로 받아 주세요.</translation>
    </message>
    <message>
        <source>You went on at another screen, so this one has ended. Please go on there, or sign in here again.</source>
        <translation>다른 기기에서 이어서 이용 중이라 이 화면은 종료되었습니다. 그 기기에서 계속하시거나 여기서 다시 로그인해 주세요.</translation>
    </message>
    <message>
        <source>You have no place in the queue. Please get a number first.</source>
        <translation>대기열에 등록되어 있지 않습니다. 먼저 번호를 받아 주세요.</translation>
    </message>
    <message>
        <source>It isn&apos;t your turn yet. Please wait until your number is called.</source>
        <translation>아직 차례가 아닙니다. 번호가 불릴 때까지 기다려 주세요.</translation>
    </message>
    <message>
        <source>This date isn&apos;t on the programme any more. Please choose another.</source>
        <translation>더 이상 운영하지 않는 회차입니다. 다른 날짜를 선택해 주세요.</translation>
    </message>
    <message>
        <source>Tickets for this date aren&apos;t on sale yet. Please choose another date.</source>
        <translation>아직 판매가 시작되지 않았습니다. 다른 날짜를 선택해 주세요.</translation>
    </message>
    <message>
        <source>Sales for this date have closed. Please choose another date.</source>
        <translation>판매가 종료된 회차입니다. 다른 날짜를 선택해 주세요.</translation>
    </message>
    <message>
        <source>This date is sold out. Please choose another date.</source>
        <translation>매진된 회차입니다. 다른 날짜를 선택해 주세요.</translation>
    </message>
    <message>
        <source>There is no such seat in this house. Please choose another seat.</source>
        <translation>이 공연장에 없는 좌석입니다. 다른 좌석을 선택해 주세요.</translation>
    </message>
    <message numerus="yes">
        <source>You can buy up to %n seat(s) at a time. For more, please go to the desk.</source>
        <translation>
            <numerusform>한 번에 %n석까지 예매할 수 있습니다. 더 필요하시면 매표소를 이용해 주세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>This seat isn&apos;t sold with this ticket type. Please choose another type or another seat.</source>
        <translation>이 좌석은 선택하신 권종으로 판매하지 않습니다. 다른 권종이나 좌석을 선택해 주세요.</translation>
    </message>
    <message>
        <source>No seats are set aside for you. Please choose your seats again.</source>
        <translation>선점된 좌석이 없습니다. 좌석을 다시 선택해 주세요.</translation>
    </message>
    <message>
        <source>Your seats are being paid for right now. Please wait a moment.</source>
        <translation>지금 결제가 진행 중입니다. 잠시만 기다려 주세요.</translation>
    </message>
    <message>
        <source>The time was extended once already. Please pay before it runs out.</source>
        <translation>시간은 한 번만 연장할 수 있습니다. 남은 시간 안에 결제해 주세요.</translation>
    </message>
    <message>
        <source>This ticket type isn&apos;t sold any more. Please choose another.</source>
        <translation>더 이상 판매하지 않는 권종입니다. 다른 권종을 선택해 주세요.</translation>
    </message>
    <message>
        <source>Please confirm the age rating first.</source>
        <translation>먼저 관람 연령을 확인해 주세요.</translation>
    </message>
    <message>
        <source>We couldn&apos;t find your balance. Please ask our staff.</source>
        <translation>잔액을 찾지 못했습니다. 직원에게 문의해 주세요.</translation>
    </message>
    <message>
        <source>Your balance is blocked. Please speak to our staff at the desk.</source>
        <translation>잔액 사용이 정지되었습니다. 매표소 직원에게 문의해 주세요.</translation>
    </message>
    <message>
        <source>This amount can&apos;t be used. Please choose another.</source>
        <translation>사용할 수 없는 금액입니다. 다른 금액을 선택해 주세요.</translation>
    </message>
    <message>
        <source>Your balance is %1 short. Please top it up, then go on paying.</source>
        <translation>잔액이 %1 부족합니다. 충전하신 후 결제를 계속해 주세요.</translation>
    </message>
    <message>
        <source>The payment was declined. Nothing was charged. Please try another card or pay another way.</source>
        <translation>결제가 거절되었습니다. 결제된 금액은 없습니다. 다른 카드나 다른 결제 수단을 이용해 주세요.</translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether the payment went through. Please don&apos;t pay again, but call our staff.</source>
        <translation>결제가 되었는지 아직 확인되지 않았습니다. 다시 결제하지 마시고 직원을 불러 주세요.</translation>
    </message>
    <message>
        <source>This way of paying isn&apos;t available right now. Please choose another.</source>
        <translation>지금은 이 결제 수단을 이용할 수 없습니다. 다른 수단을 선택해 주세요.</translation>
    </message>
    <message>
        <source>This was asked before, in another way. Nothing was changed. Please start again.</source>
        <translation>같은 요청이 다른 내용으로 이미 접수되었습니다. 변경된 것은 없습니다. 처음부터 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>We couldn&apos;t find this order. Please check its number.</source>
        <translation>주문을 찾지 못했습니다. 주문번호를 확인해 주세요.</translation>
    </message>
    <message>
        <source>This order was refunded already. There is nothing more to do.</source>
        <translation>이미 환불된 주문입니다. 더 하실 일은 없습니다.</translation>
    </message>
    <message>
        <source>This code is unknown or was paid out already. Please check it, or ask our staff.</source>
        <translation>없는 코드이거나 이미 지급된 코드입니다. 코드를 확인하시거나 직원에게 문의해 주세요.</translation>
    </message>
    <message>
        <source>Name and PIN don&apos;t match. Please try again.</source>
        <translation>이름과 비밀번호가 맞지 않습니다. 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>Your role doesn&apos;t allow this. Please ask a supervisor or a manager.</source>
        <translation>이 작업의 권한이 없습니다. 책임자나 관리자에게 요청해 주세요.</translation>
    </message>
    <message>
        <source>This screen is out of service. Please use another one or go to the desk.</source>
        <translation>이 기기는 이용할 수 없습니다. 다른 기기나 매표소를 이용해 주세요.</translation>
    </message>
    <message>
        <source>Tickets of this performance are sold already, so nothing was changed. Please add a new performance instead.</source>
        <translation>이미 티켓이 판매된 회차라 변경하지 않았습니다. 새 회차를 추가해 주세요.</translation>
    </message>
    <message>
        <source>Number and PIN don&apos;t match.</source>
        <translation>번호와 비밀번호가 맞지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Please try again; you have %n try (tries) left.</source>
        <translation>
            <numerusform>다시 입력해 주세요. %n번 더 시도할 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please try again.</source>
        <translation>다시 입력해 주세요.</translation>
    </message>
    <message>
        <source>A seat you chose has just been taken. Please choose another.</source>
        <translation>선택하신 좌석이 방금 판매되었습니다. 다른 좌석을 선택해 주세요.</translation>
    </message>
    <message>
        <source>Just taken: %1. Please choose another seat.</source>
        <translation>방금 판매된 좌석: %1. 다른 좌석을 선택해 주세요.</translation>
    </message>
    <message>
        <source>Just taken: %1. Please choose another seat. Free close by: %2.</source>
        <translation>방금 판매된 좌석: %1. 다른 좌석을 선택해 주세요. 가까운 빈 좌석: %2.</translation>
    </message>
    <message>
        <source>This seat can&apos;t be sold at this screen right now. Please choose another, or ask at the desk.</source>
        <translation>지금은 이 기기에서 판매할 수 없는 좌석입니다. 다른 좌석을 선택하시거나 매표소에 문의해 주세요.</translation>
    </message>
    <message>
        <source>Can&apos;t be sold at this screen right now: %1. Please choose another seat, or ask at the desk.</source>
        <translation>지금 이 기기에서 판매할 수 없는 좌석: %1. 다른 좌석을 선택하시거나 매표소에 문의해 주세요.</translation>
    </message>
    <message>
        <source>The time for your seats has run out. Nothing was charged. Please choose your seats again.</source>
        <translation>좌석 선점 시간이 지났습니다. 결제된 금액은 없습니다. 좌석을 다시 선택해 주세요.</translation>
    </message>
    <message>
        <source>The time for your seats has run out: %1. Nothing was charged. Please choose your seats again.</source>
        <translation>좌석 선점 시간이 지났습니다: %1. 결제된 금액은 없습니다. 좌석을 다시 선택해 주세요.</translation>
    </message>
    <message>
        <source>Your balance is as high as it may be. Please spend from it first.</source>
        <translation>잔액이 한도에 이르렀습니다. 먼저 잔액을 사용해 주세요.</translation>
    </message>
    <message>
        <source>Your balance can&apos;t go that high. You can top up %1 at most.</source>
        <translation>잔액 한도를 넘습니다. 최대 %1까지 충전할 수 있습니다.</translation>
    </message>
    <message>
        <source>en_GB</source>
        <extracomment>The locale that numbers, months and weekdays follow in this language.</extracomment>
        <translation>ko_KR</translation>
    </message>
    <message>
        <source>We could not save this. Nothing was charged. Please try again, or ask our staff.</source>
        <translation>저장하지 못했습니다. 결제된 금액은 없습니다. 다시 시도하시거나 직원에게 문의해 주세요.</translation>
    </message>
    <message>
        <source>We could not save this, because there is no room left to write. Nothing was charged. Please use another screen and tell our staff.</source>
        <translation>저장 공간이 없어 저장하지 못했습니다. 결제된 금액은 없습니다. 다른 기기를 이용하시고 직원에게 알려 주세요.</translation>
    </message>
    <message>
        <source>We could not read our records. Nothing was charged. Please use another screen and tell our staff.</source>
        <translation>기록을 읽지 못했습니다. 결제된 금액은 없습니다. 다른 기기를 이용하시고 직원에게 알려 주세요.</translation>
    </message>
    <message>
        <source>We could not start, because the data belongs to a newer version of the program. Nothing was charged. Please install that version.</source>
        <translation>데이터가 더 새로운 버전의 것이라 시작하지 못했습니다. 결제된 금액은 없습니다. 해당 버전을 설치해 주세요.</translation>
    </message>
    <message>
        <source>We could not start, because nothing has been set up here yet. Nothing was charged. Please set up the house first.</source>
        <translation>아직 설정된 것이 없어 시작하지 못했습니다. 결제된 금액은 없습니다. 먼저 공연장을 설정해 주세요.</translation>
    </message>
    <message>
        <source>We could not start, because another program is using this data. Nothing was charged. Please close that program first.</source>
        <translation>다른 프로그램이 이 데이터를 쓰고 있어 시작하지 못했습니다. 결제된 금액은 없습니다. 그 프로그램을 먼저 닫아 주세요.</translation>
    </message>
    <message>
        <source>We could not finish in time. Nothing was charged. Please try again in a moment.</source>
        <translation>제시간에 처리하지 못했습니다. 결제된 금액은 없습니다. 잠시 후 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>We could not reach the other side. Nothing was charged. Please try again in a moment.</source>
        <translation>연결하지 못했습니다. 결제된 금액은 없습니다. 잠시 후 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>We could not go on safely. Nothing was charged. Please use another screen or go to the desk.</source>
        <translation>안전하게 계속할 수 없어 멈췄습니다. 결제된 금액은 없습니다. 다른 기기나 매표소를 이용해 주세요.</translation>
    </message>
    <message>
        <source>We could not do this. Nothing was charged. Please try again, or ask our staff.</source>
        <translation>처리하지 못했습니다. 결제된 금액은 없습니다. 다시 시도하시거나 직원에게 문의해 주세요.</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>%1열</translation>
    </message>
    <message>
        <source>seat %1</source>
        <translation>%1번</translation>
    </message>
    <message>
        <source>, </source>
        <comment>seat</comment>
        <extracomment>Between the parts of a seat&apos;s name: section, row, seat.</extracomment>
        <translation> </translation>
    </message>
    <message>
        <source>; </source>
        <comment>seats</comment>
        <extracomment>Between the names of several seats.</extracomment>
        <translation> / </translation>
    </message>
    <message>
        <source>Your seat</source>
        <translation>선택한 좌석</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>선택 불가</translation>
    </message>
    <message>
        <source>Not for sale here now</source>
        <translation>이 기기에서 판매 불가</translation>
    </message>
    <message>
        <source>End a call for staff</source>
        <translation>직원 호출 끝내기</translation>
    </message>
    <message>
        <source>seats %1</source>
        <translation>%1번</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>%1열</translation>
    </message>
    <message>
        <source>Seat %1</source>
        <translation>%1번</translation>
    </message>
    <message>
        <source>The hub doesn&apos;t know this terminal. Nothing was changed. Please enrol it, or ask our staff.</source>
        <translation>허브가 이 단말을 알지 못합니다. 바뀐 것은 없습니다. 단말을 등록하거나 직원에게 문의해 주세요.</translation>
    </message>
    <message>
        <source>This terminal&apos;s enrolment has ended. Nothing was changed. Please use another screen and tell our staff.</source>
        <translation>이 단말의 등록이 끝났습니다. 바뀐 것은 없습니다. 다른 화면을 이용하시고 직원에게 알려 주세요.</translation>
    </message>
    <message>
        <source>This terminal is still agreeing with the hub. Nothing was changed. Please try again in a moment.</source>
        <translation>이 단말이 아직 허브와 확인하고 있습니다. 바뀐 것은 없습니다. 잠시 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The hub is waiting for its terminals after a repair. Nothing was changed. Please try again later.</source>
        <translation>복구 뒤 허브가 단말들을 기다리고 있습니다. 바뀐 것은 없습니다. 나중에 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>This machine has sold tickets on its own. Nothing was changed. It can be the hub; to make it a terminal, please begin with an empty data folder.</source>
        <translation>이 기기는 혼자서 티켓을 판 적이 있습니다. 바뀐 것은 없습니다. 이 기기는 허브가 될 수 있습니다. 단말로 쓰려면 빈 데이터 폴더로 시작해 주세요.</translation>
    </message>
    <message>
        <source>This date has just changed at the hub. Nothing was changed. Please choose it again in a moment.</source>
        <translation>이 회차의 정보가 방금 허브에서 바뀌었습니다. 바뀐 것은 없습니다. 잠시 뒤 다시 골라 주세요.</translation>
    </message>
    <message>
        <source>Release the seats of a lost terminal</source>
        <translation>잃어버린 단말의 좌석 풀기</translation>
    </message>
    <message>
        <source>Two members of staff are needed for this. Nothing was changed.</source>
        <translation>이 작업에는 직원 두 명이 필요합니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Please say why. Nothing was changed.</source>
        <translation>이유를 적어 주세요. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>This machine is the hub of other terminals, so nothing is sold here. Please use one of them.</source>
        <translation>이 기기는 다른 단말들의 허브여서 여기서는 판매하지 않습니다. 다른 단말을 이용해 주세요.</translation>
    </message>
    <message>
        <source>This machine is a terminal: its programme comes from its hub. Nothing was changed. Please do this at the hub.</source>
        <translation>이 기기는 단말이라 공연 일정을 허브에서 받습니다. 바뀐 것은 없습니다. 허브에서 해 주세요.</translation>
    </message>
    <message>
        <source>This machine has no hub. Nothing was changed. Please enrol it first.</source>
        <translation>이 기기에는 허브가 없습니다. 바뀐 것은 없습니다. 먼저 등록해 주세요.</translation>
    </message>
    <message>
        <source>This code is wrong, used or too old. Nothing was changed. Please get a new one at the hub.</source>
        <translation>코드가 틀렸거나, 이미 쓰였거나, 시간이 지났습니다. 바뀐 것은 없습니다. 허브에서 새 코드를 받아 주세요.</translation>
    </message>
    <message>
        <source>This hub&apos;s database is older than what it once knew. Nothing is given until you say so: foyerctl restored.</source>
        <translation>이 허브의 데이터베이스는 전에 알던 것보다 오래되었습니다. foyerctl restored를 할 때까지 아무것도 주지 않습니다.</translation>
    </message>
    <message>
        <source>Join a house</source>
        <translation>이 기기를 극장에 등록</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>대손 처리</translation>
    </message>
    <message>
        <source>Moved between screens</source>
        <translation>기기 간 이동</translation>
    </message>
    <message>
        <source>A late sale of a seat that somebody else has</source>
        <translation>다른 고객의 좌석이 뒤늦게 또 팔림</translation>
    </message>
    <message>
        <source>More was spent than the wallet held</source>
        <translation>지갑 잔액보다 많이 사용됨</translation>
    </message>
    <message>
        <source>A guest&apos;s money that nobody has a code for</source>
        <translation>코드를 발급하지 않은 비회원 금액</translation>
    </message>
    <message>
        <source>Settle a task</source>
        <translation>할 일 처리</translation>
    </message>
    <message>
        <source>Number and PIN don&apos;t match, or this screen doesn&apos;t know you while it is offline. Please try again, go on as a guest, or go to the desk.</source>
        <translation>번호와 비밀번호가 맞지 않거나, 오프라인이라 이 화면이 고객님을 확인할 수 없습니다. 다시 시도하시거나, 비회원으로 계속하시거나, 창구로 와 주세요.</translation>
    </message>
    <message>
        <source>This needs the network, and we are offline right now. Please go on as a guest, or try again later.</source>
        <translation>네트워크가 필요한데 지금은 오프라인입니다. 비회원으로 계속하시거나 나중에 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>There is no such task any more, or it can&apos;t be settled so. Please look at the list again.</source>
        <translation>그런 할 일이 더는 없거나 그 방법으로 처리할 수 없습니다. 목록을 다시 확인해 주세요.</translation>
    </message>
    <message>
        <source>An order that was refunded twice</source>
        <translation>두 번 환불된 주문</translation>
    </message>
    <message>
        <source>This order is in the house&apos;s books by now. Nothing was changed. It can be refunded once the hub answers.</source>
        <translation>이 주문은 이미 전체 장부에 올라가 있습니다. 바뀐 것은 없습니다. 허브와 연결되면 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>The hub doesn&apos;t know yet that the screen which sold this order no longer refunds it. Nothing was changed. Please try again once that screen is connected.</source>
        <translation>이 주문을 판매한 기기가 환불을 넘겼는지 허브가 아직 모릅니다. 바뀐 것은 없습니다. 그 기기가 연결된 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>From a claim code</source>
        <translation>환급 코드에서 옮김</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>창구 열기</translation>
    </message>
    <message>
        <source>Give a ticket away</source>
        <translation>초대권 발행</translation>
    </message>
    <message>
        <source>Void a sale</source>
        <translation>판매 취소</translation>
    </message>
    <message>
        <source>Move cash into or out of the drawer</source>
        <translation>현금 입출금</translation>
    </message>
    <message>
        <source>Close a shift</source>
        <translation>근무 마감</translation>
    </message>
    <message>
        <source>See the figures</source>
        <translation>매출 보기</translation>
    </message>
    <message>
        <source>Export figures</source>
        <translation>매출 내보내기</translation>
    </message>
    <message>
        <source>Revoke a machine</source>
        <translation>기기 등록 해지</translation>
    </message>
    <message>
        <source>Refunded already: %1. Nothing was changed.</source>
        <translation>이미 환불된 좌석입니다: %1. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>No shift is open. Please count the float and open one first.</source>
        <translation>열린 근무가 없습니다. 먼저 준비금을 세고 근무를 열어 주세요.</translation>
    </message>
    <message>
        <source>A shift is open here. Please close it first.</source>
        <translation>이미 열린 근무가 있습니다. 먼저 마감해 주세요.</translation>
    </message>
    <message>
        <source>A payment that nobody knows the end of</source>
        <translation>결과를 알 수 없는 결제</translation>
    </message>
    <message>
        <source>Another seat was found</source>
        <translation>다른 좌석으로 안내</translation>
    </message>
    <message>
        <source>Refund the order</source>
        <translation>주문 환불</translation>
    </message>
    <message>
        <source>Ask for the money</source>
        <translation>금액 청구</translation>
    </message>
    <message>
        <source>Take it out of the wallet again</source>
        <translation>지갑에서 다시 회수</translation>
    </message>
    <message>
        <source>The house bears it</source>
        <translation>공연장이 부담</translation>
    </message>
    <message>
        <source>Make a code for it</source>
        <translation>환급 코드 발급</translation>
    </message>
    <message>
        <source>Let the seats go</source>
        <translation>좌석 풀기</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>키오스크</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>창구</translation>
    </message>
    <message>
        <source>Give a member a card</source>
        <translation>회원 카드 발급</translation>
    </message>
    <message>
        <source>Pay out a member&apos;s balance</source>
        <translation>회원 잔액 지급</translation>
    </message>
    <message>
        <source>Give a terminal seats ahead</source>
        <translation>단말에 좌석 미리 배정</translation>
    </message>
    <message>
        <source>This card is somebody else&apos;s already. Nothing was changed. Please take another card.</source>
        <translation>이미 다른 회원의 카드입니다. 아무것도 바뀌지 않았습니다. 다른 카드를 사용해 주세요.</translation>
    </message>
    <message>
        <source>There is no such member. Please look for them again.</source>
        <translation>해당 회원이 없습니다. 다시 찾아 주세요.</translation>
    </message>
    <message>
        <source>We don&apos;t know this ticket at this screen. Please hold its code to the scanner again, or ask at the desk.</source>
        <translation>이 기기에서 확인할 수 없는 티켓입니다. 코드를 다시 대시거나 창구에 문의해 주세요.</translation>
    </message>
    <message>
        <source>Tickets of this date could be cancelled here until %1. Nothing was changed. Please ask at the desk.</source>
        <translation>이 공연의 티켓은 %1까지 이곳에서 취소할 수 있었습니다. 변경된 내용은 없습니다. 창구에 문의해 주세요.</translation>
    </message>
    <message>
        <source>Tickets are only cancelled at the desk. Nothing was changed. Please ask there.</source>
        <translation>취소는 창구에서만 할 수 있습니다. 변경된 내용은 없습니다. 창구에 문의해 주세요.</translation>
    </message>
    <message>
        <source>We can&apos;t reach the house&apos;s books, so we can&apos;t say that these tickets are cancelled. Please try again in a moment, or ask at the desk.</source>
        <translation>지금 예매 기록을 확인할 수 없어 취소되었는지 알 수 없습니다. 잠시 후 다시 시도하시거나 창구에 문의해 주세요.</translation>
    </message>
    <message>
        <source>Only a machine that is enrolled as a desk may do this. Nothing was changed. Please ask a manager to enrol this one as a desk.</source>
        <translation>매표소로 등록된 기기에서만 할 수 있습니다. 아무것도 바뀌지 않았습니다. 관리자에게 이 기기를 매표소로 등록해 달라고 요청해 주세요.</translation>
    </message>
    <message>
        <source>These tickets were sold at another screen or at the desk, and we can&apos;t reach the house&apos;s books right now. Please try again in a moment, or ask at the desk.</source>
        <translation>다른 화면이나 창구에서 구매한 티켓인데, 지금은 예매 기록을 확인할 수 없습니다. 잠시 후 다시 시도하시거나 창구에 문의해 주세요.</translation>
    </message>
    <message>
        <source>The end is before the beginning. Please correct both.</source>
        <translation>끝이 시작보다 앞섭니다. 두 값을 바로잡아 주세요.</translation>
    </message>
    <message>
        <source>Mark seats as not for sale</source>
        <translation>좌석 판매 제외</translation>
    </message>
    <message>
        <source>We could not go on, because this program may not use its folder. Nothing was charged. Please use another screen and tell our staff.</source>
        <translation>이 프로그램에 폴더를 쓸 권한이 없어 계속할 수 없습니다. 결제된 금액은 없습니다. 다른 화면을 이용하시고 직원에게 알려 주세요.</translation>
    </message>
</context>
</TS>
